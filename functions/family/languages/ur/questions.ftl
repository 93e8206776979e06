# The questions of the form
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a list: "آپ کا فون نمبر".
# An answer to choose has the question's name and its own. A page with several questions has -title, and
# -section where its answers stand together.

## Who asks

who-label = یہ فارم کون بھر رہا ہے؟
who-brief = فارم کون بھر رہا ہے
who-section = آپ کے بارے میں
who-self-parent = والدین میں سے ایک، یا بچوں کی دیکھ بھال کرنے والا فرد
who-self-young-person = ایک نوجوان، اور یہ میرے بارے میں ہے
who-relative = خاندان کا کوئی رشتے دار
who-friend = خاندان کا کوئی دوست یا پڑوسی
who-helped-by = ایک خاندان کی مدد کے لیے، اور وہ اس وقت میرے ساتھ ہیں

helper-title = آپ کے بارے میں، جو مدد کر رہے ہیں
helper-section = مدد کرنے والا
helper-setting-label = آپ کہاں مدد کر رہے ہیں؟
helper-setting-hint = مثال کے طور پر لائبریری، مسجد، چرچ یا سکول
helper-setting-brief = مدد کرنے والا کہاں ہے

helper-organisation-label = آپ کس ادارے میں کام یا رضاکارانہ کام کرتے ہیں؟
helper-organisation-brief = مدد کرنے والے کا ادارہ

helper-name-label = آپ کا نام
helper-name-brief = مدد کرنے والے کا نام

asked-title = خاندان کیا کہتا ہے؟
asked-section = خاندان کیا کہتا ہے
family-asked-label = کیا خاندان یہ مدد چاہتا ہے؟
family-asked-hint =
    جواب جو بھی ہو، آپ یہ فارم بھیج سکتے ہیں۔ اس سے صرف یہ طے ہوتا ہے کہ اسے پہلے کون پڑھے گا۔
family-asked-brief = کیا خاندان یہ مدد چاہتا ہے
family-asked-agreed = ہاں، ہم نے پوچھا اور وہ راضی ہیں
family-asked-said-no = ہم نے پوچھا اور انہوں نے منع کر دیا
family-asked-not-safe = ہم نے نہیں پوچھا، کیونکہ پوچھنا محفوظ نہیں
family-asked-not-asked = ہم نے ابھی نہیں پوچھا

asked-of-label = آپ نے کس سے پوچھا؟
asked-of-hint = اگر نہیں پوچھا تو خالی چھوڑ دیں
asked-of-brief = کس سے پوچھا گیا
asked-of-parent = والدین میں سے وہ جسے بچے کے فیصلے کا قانونی حق ہے
asked-of-carer = کوئی اور جو بچے کی دیکھ بھال کرتا ہے
asked-of-young-person = نوجوان سے

## A young person

young-title = شروع کرنے سے پہلے
young-section = آپ کے بارے میں
# $number is Childline's number, as a link.
young-childline =
    آپ پہلے Childline سے بات کر سکتے ہیں۔ { $number } پر فون کریں۔ یہ دن رات مفت ہے، اور فون کے بل پر نظر نہیں
    آتا۔
young-who-will-know =
    Family Hub کے لوگ آپ کا لکھا ہوا پڑھیں گے۔ ہو سکتا ہے انہیں ان دوسرے لوگوں سے بات کرنی پڑے جن کا
    کام مدد کرنا ہے۔ ہو سکا تو وہ پہلے آپ سے بات کریں گے۔
young-parents =
    ہم آپ کے والدین کو نہیں بتاتے، سوائے اس کے کہ آپ خطرے میں ہوں۔ اگر ایسا ہوا تو ہو سکے تو ہم پہلے آپ سے اس
    بارے میں بات کریں گے۔

own-age-label = آپ کی عمر کتنی ہے؟
own-age-hint =
    آپ 19 سال کی عمر تک، یا معذوری یا اضافی ضرورت ہو تو 25 سال تک، اپنے لیے مانگ سکتے ہیں
own-age-brief = آپ کی عمر
own-send-label = مجھے کوئی معذوری ہے، یا سیکھنے میں اضافی مدد چاہیے
own-send-brief = کیا آپ کو معذوری ہے یا سیکھنے میں اضافی مدد چاہیے

given-name-label = پہلا نام
given-name-brief = آپ کا پہلا نام

family-name-label = آخری نام
family-name-hint = اگر آپ کا ایک ہی نام ہے تو کسی ایک خانے میں لکھ دیں
family-name-hint-for-others = اگر ان کا ایک ہی نام ہے تو کسی ایک خانے میں لکھ دیں
family-name-brief = آپ کا آخری نام

name-title = آپ کا نام کیا ہے؟
name-title-for-others = والدین یا دیکھ بھال کرنے والے کا نام کیا ہے؟
name-section = نام

relationship-label = بچوں سے آپ کا کیا رشتہ ہے؟
relationship-label-for-others = بچوں سے والدین یا دیکھ بھال کرنے والے کا کیا رشتہ ہے؟
relationship-brief = بچوں سے آپ کا رشتہ

## How to get in touch

contact-title = ہم آپ سے کیسے رابطہ کریں؟
contact-title-for-others = ہم خاندان سے کیسے رابطہ کریں؟
contact-section = ہم کیسے رابطہ کریں
contact-phone = فون سے
contact-email = ای میل سے
contact-letter = خط سے
contact-none = یا بالکل نہیں

phone-label = فون نمبر
phone-hint = ایسا نمبر جو آپ کے لیے محفوظ ہو
phone-hint-for-others = ایسا نمبر جو خاندان کے لیے محفوظ ہو
phone-brief = آپ کا فون نمبر

email-label = ای میل پتہ
email-hint = ایسا پتہ جسے کوئی اور نہ پڑھتا ہو
email-hint-for-others = ایسا پتہ جسے صرف وہی پڑھتے ہوں
email-brief = آپ کا ای میل پتہ

safe-to-label = محفوظ طریقے
safe-to-hint = صرف وہ طریقے چنیں جنہیں کوئی اور نہ دیکھے نہ سنے۔ ہم کوئی اور طریقہ استعمال نہیں کریں گے۔
safe-to-hint-for-others =
    صرف وہ طریقے چنیں جنہیں کوئی اور نہ دیکھے نہ سنے۔ اگر معلوم نہیں تو پہلے خاندان سے پوچھیں۔
safe-to-brief = کون سے طریقے آپ کے لیے محفوظ ہیں
safe-to-phone = اس نمبر پر کیا محفوظ ہے؟
safe-to-email = کیا آپ کو ای میل کرنا محفوظ ہے؟
safe-to-email-for-others = کیا انہیں ای میل کرنا محفوظ ہے؟
safe-to-letter = کیا آپ کو خط بھیجنا محفوظ ہے؟
safe-to-letter-for-others = کیا انہیں خط بھیجنا محفوظ ہے؟
safe-call = آپ مجھے فون کر سکتے ہیں
safe-call-for-others = آپ انہیں فون کر سکتے ہیں
safe-text = آپ مجھے پیغام بھیج سکتے ہیں
safe-text-for-others = آپ انہیں پیغام بھیج سکتے ہیں
safe-voicemail = آپ وائس میل چھوڑ سکتے ہیں
safe-email = آپ مجھے ای میل کر سکتے ہیں
safe-email-for-others = آپ انہیں ای میل کر سکتے ہیں
safe-letter = آپ میرے پتے پر خط بھیج سکتے ہیں
safe-letter-for-others = آپ ان کے پتے پر خط بھیج سکتے ہیں

no-contact-label = میں خود آ کر ملوں گا یا ملوں گی۔ مجھ سے رابطہ نہ کریں
no-contact-label-for-others = وہ خود آئیں گے۔ ان سے رابطہ نہ کریں
no-contact-brief = کہ آپ خود آئیں گے

safety-title = محفوظ طریقے سے رابطہ
safety-section = محفوظ طریقے سے رابطہ
best-times-label = کون سا وقت ٹھیک ہے؟
best-times-hint = مثال کے طور پر منگل کی صبح
best-times-brief = کون سا وقت ٹھیک ہے

must-not-know-label = کیا کوئی ایسا ہے جسے پتہ نہیں چلنا چاہیے؟
must-not-know-hint =
    ہمیں بتائیں کہ کون، اور ہمیں کس بات کا خیال رکھنا ہے۔ اگر کوئی نہیں تو خالی چھوڑ دیں۔
must-not-know-brief = کسے پتہ نہیں چلنا چاہیے

## Where they live

where-label = آپ کہاں رہتے ہیں؟
where-label-for-others = خاندان کہاں رہتا ہے؟
where-hint = اس سے ہمیں آپ کے قریب کا hub ڈھونڈنے میں مدد ملتی ہے
where-hint-for-others = اس سے ہمیں ان کے قریب کا hub ڈھونڈنے میں مدد ملتی ہے
where-brief = آپ کہاں رہتے ہیں
where-section = آپ کہاں رہتے ہیں
where-section-for-others = خاندان کہاں رہتا ہے
where-address = پوسٹ کوڈ بتانا ممکن ہے
where-address-for-others = ان کا پوسٹ کوڈ بتانا ممکن ہے
where-no-fixed-address = میرا کوئی مستقل پتہ نہیں
where-no-fixed-address-for-others = ان کا کوئی مستقل پتہ نہیں
where-no-fixed-address-hint = مثال کے طور پر دوستوں کے ہاں یا ہوسٹل میں رہائش
where-no-fixed-address-hint-for-others = مثال کے طور پر وہ دوستوں کے ہاں یا ہوسٹل میں رہتے ہیں
where-concealed = میں کہاں ہوں، یہ نہیں بتایا جا سکتا
where-concealed-for-others = وہ کہاں ہیں، یہ نہیں بتایا جا سکتا
where-concealed-hint = ہم صرف آپ کی کونسل پوچھتے ہیں۔ ہم آپ کا پتہ کبھی نہیں رکھتے۔
where-concealed-hint-for-others = ہم صرف ان کی کونسل پوچھتے ہیں۔ ہم ان کا پتہ کبھی نہیں رکھتے۔

address-title = آپ کا پتہ کیا ہے؟
address-title-for-others = خاندان کا پتہ کیا ہے؟
address-section = آپ کا پتہ
address-section-for-others = خاندان کا پتہ
address-line-1-label = پتے کی لائن 1
address-line-1-hint = آپ یہ سب خالی چھوڑ سکتے ہیں
address-line-1-brief = آپ کا پتہ

address-line-2-label = پتے کی لائن 2
address-line-2-brief = آپ کا پتہ

town-label = قصبہ یا شہر
town-brief = آپ کا قصبہ یا شہر

postcode-label = پوسٹ کوڈ
postcode-hint = اگر پورا معلوم نہیں تو پہلا حصہ کافی ہے
postcode-brief = آپ کا پوسٹ کوڈ
postcode-keep = ہاں، یہی میرا پوسٹ کوڈ ہے
postcode-keep-for-others = ہاں، یہی ان کا پوسٹ کوڈ ہے

council-label = آپ کس کونسل کے علاقے میں ہیں؟
council-label-for-others = وہ کس کونسل کے علاقے میں ہیں؟
council-hint = اگر معلوم نہیں تو خالی چھوڑ سکتے ہیں
council-brief = آپ کی کونسل
council-section = آپ کی کونسل
council-section-for-others = خاندان کی کونسل

parents-disagree-label = بچہ کہاں رہے، اس پر والدین متفق نہیں
parents-disagree-brief = کیا والدین متفق ہیں کہ بچہ کہاں رہے

## Language and access

language-title = زبان اور سہولت
language-section = زبان اور سہولت
language-label = ہم آپ سے کس زبان میں بات کریں؟
language-label-for-others = ہم ان سے کس زبان میں بات کریں؟
language-brief = آپ سے کس زبان میں بات کریں

interpreter-label = مجھے ترجمان چاہیے
interpreter-label-for-others = انہیں ترجمان چاہیے
interpreter-brief = کیا آپ کو ترجمان چاہیے

access-label = کیا ان میں سے کسی سے آپ کو آسانی ہوگی؟
access-label-for-others = کیا ان میں سے کسی سے انہیں آسانی ہوگی؟
access-brief = کس چیز سے آپ کو آسانی ہوگی

access-note-label = کیا کوئی اور چیز ہے جس سے آسانی ہوگی؟
access-note-brief = کس چیز سے آپ کو آسانی ہوگی

## Children

children-title = آپ کے بچے
children-title-for-others = بچے
children-section = آپ کے بچے
children-section-for-others = بچے
children-lead = ہمیں ہر بچے کے بارے میں بتائیں، اور اس بچے کے بارے میں بھی جس کی پیدائش ہونے والی ہے۔
children-lead-for-others =
    ہمیں ہر بچے کے بارے میں بتائیں، اور ان کے ہاں جس بچے کی پیدائش ہونے والی ہے اس کے بارے میں بھی۔
children-add-first = بچہ شامل کریں
children-add = ایک اور بچہ شامل کریں
# Beside a child's name, on a button and a link.
remove = ہٹائیں
# $number counts the children from 1.
child-title = بچہ { $number }

# $error is the error, which is about the child of this number.
child-error = بچہ { $number }: { $error }

child-given-name-label = پہلا نام
child-given-name-brief = بچے کا نام

child-family-name-label = آخری نام
child-family-name-brief = بچے کا آخری نام

child-birth-label = یہ بچہ کب پیدا ہوا؟
child-birth-hint = جتنا معلوم ہو بتائیں
child-birth-brief = بچہ کب پیدا ہوا
child-birth-born = مجھے تاریخ پیدائش معلوم ہے
child-birth-about = مجھے اندازاً عمر معلوم ہے
child-birth-due = بچہ ابھی پیدا نہیں ہوا
child-birth-not-sure = یقین سے نہیں کہہ سکتے

child-date-label = تاریخ پیدائش
child-date-hint = مثال کے طور پر 27 3 2021۔ مہینہ لفظوں میں بھی لکھا جا سکتا ہے۔ صرف سال بھی کافی ہے۔
child-day-label = دن
child-day-brief = بچے کی تاریخ پیدائش
child-month-label = مہینہ
child-month-brief = بچے کی تاریخ پیدائش
child-year-label = سال
child-year-brief = بچے کی تاریخ پیدائش

child-age-label = اندازاً عمر کتنی ہے؟
child-age-hint = مثال کے طور پر 3، 18 مہینے، یا سال 2021
child-age-brief = بچے کی عمر

child-due-label = بچے کی پیدائش کب متوقع ہے؟
child-due-hint = مثال کے طور پر 27 مارچ 2027۔ اندازہ بھی چلے گا۔
child-due-brief = آپ کے بچے کی متوقع پیدائش کی تاریخ

# $date is what was typed.
child-born-told = تاریخ پیدائش: { $date }
child-about-told = تقریباً { $date }
child-due-told = پیدائش متوقع: { $date }

children-not-known-label = بچوں کے بارے میں کچھ نہیں بتانا
children-not-known-brief = کہ آپ بچوں کے بارے میں کچھ نہیں بتانا چاہتے

## What would help

help-title = کس چیز سے مدد ملے گی؟
help-title-for-others = خاندان کو کس چیز سے مدد ملے گی؟
help-section = کس چیز سے مدد ملے گی
needs-label = آپ کو کس چیز میں مدد چاہیے؟
needs-label-for-others = انہیں کس چیز میں مدد چاہیے؟
needs-hint = جتنے چاہیں چنیں۔ اگر یقین نہیں تو کوئی بات نہیں: ’یقین سے نہیں کہہ سکتے‘ چنیں۔
needs-brief = آپ کو کس چیز میں مدد چاہیے

words-title = آپ کے اپنے الفاظ میں
words-section = آپ کے اپنے الفاظ میں
what-is-happening-label = کیا ہو رہا ہے؟
what-is-happening-hint = کسی بھی زبان میں۔ آپ اسے خالی چھوڑ سکتے ہیں۔
what-is-happening-brief = کیا ہو رہا ہے

what-would-help-label = سب سے زیادہ مدد کس چیز سے ملے گی؟
what-would-help-brief = سب سے زیادہ مدد کس چیز سے ملے گی

already-tried-label = آپ نے کیا کوشش کی ہے؟
already-tried-label-for-others = انہوں نے کیا کوشش کی ہے؟
already-tried-brief = آپ نے کیا کوشش کی ہے

who-else-helps-label = اب آپ کی مدد کون کرتا ہے؟
who-else-helps-label-for-others = اب ان کی مدد کون کرتا ہے؟
who-else-helps-hint = مثال کے طور پر خاندان، سکول، ڈاکٹر یا health visitor
who-else-helps-brief = اب آپ کی مدد کون کرتا ہے

wait-section = کتنی جلدی
can-wait-label = کیا اس کے لیے کچھ دن انتظار ہو سکتا ہے؟
can-wait-brief = کیا کچھ دن انتظار ہو سکتا ہے
can-wait-yes = ہاں، انتظار ہو سکتا ہے
can-wait-not-sure = یقین سے نہیں کہہ سکتے
can-wait-no = نہیں، ہمیں آج ہی مدد چاہیے
can-wait-no-for-others = نہیں، انہیں آج ہی مدد چاہیے

someone-may-be-hurt-label = کیا کسی کو تکلیف پہنچائی جا رہی ہے، یا پہنچائی جا سکتی ہے؟
someone-may-be-hurt-hint =
    اگر آپ یہاں نشان لگائیں تو جن لوگوں کا کام بچوں کو محفوظ رکھنا ہے وہ اسے سب سے پہلے پڑھیں گے۔ ہم آپ کو فوراً
    فون نمبر دکھائیں گے۔
someone-may-be-hurt-brief = کیا کسی کو تکلیف پہنچائی جا رہی ہے
someone-may-be-hurt-yes = ہاں، مجھے فکر ہے کہ کسی کو تکلیف پہنچائی جا رہی ہے یا پہنچائی جا سکتی ہے

## Agreeing

agree-title = آپ کی بتائی ہوئی باتیں کسے بتائی جاتی ہیں
agree-section = آپ کی بتائی ہوئی باتیں کسے بتائی جاتی ہیں
agree-share =
    ہم آپ کی بتائی ہوئی باتیں آپ کے قریب کی Family Hub ٹیم کو بتاتے ہیں۔ وہ انہیں آپ اور آپ کے
    خاندان کی مدد کے لیے استعمال کرتے ہیں۔
agree-law = کونسل انہیں محفوظ رکھتی ہے، اور صرف اتنی دیر رکھتی ہے جتنی ضرورت ہو۔
agree-change =
    آپ بعد میں اپنا ارادہ بدل سکتے ہیں۔ hub کو بتائیں، یا اس صفحے پر لکھیں جہاں آپ اپنی درخواست دیکھتے ہیں۔
agree-more = ہم کب زیادہ لوگوں کو بتا سکتے ہیں
agree-safety =
    اگر کسی کو شدید نقصان پہنچ سکتا ہے تو ہمیں ان لوگوں کو بتانا ہوتا ہے جن کا کام بچوں کو محفوظ رکھنا ہے۔ ہو سکے
    تو ہم پہلے آپ کو بتاتے ہیں۔
agree-label = کیا آپ متفق ہیں؟
agree-hint = جواب جو بھی ہو، آپ فارم بھیج سکتے ہیں
agree-brief = کیا آپ متفق ہیں
agree-yes = ہاں، مجھے منظور ہے
agree-not-yet = ابھی نہیں
agree-reason-label = کیا آپ پہلے کچھ جاننا چاہتے ہیں؟
agree-reason-hint = آپ اسے خالی چھوڑ سکتے ہیں
agree-reason-brief = آپ پہلے کیا جاننا چاہتے ہیں

choose-or-leave-empty = چنیں، یا خالی چھوڑ دیں

## Needs

need-parenting = بچوں کی پرورش اور ان کا رویہ
need-pregnancy-and-birth = حمل اور پیدائش، یا پیدائش کا اندراج
need-health-visiting = شیرخوار یا بچے کی صحت کا معائنہ
need-infant-feeding = شیرخوار کو دودھ پلانا اور کھلانا
need-infant-feeding-for-others = ان کے شیرخوار کو دودھ پلانا اور کھلانا
need-perinatal-mental-health = پیدائش سے پہلے یا بعد میں اداسی یا فکر
need-play-and-early-learning = گھر پر کھیلنا اور سیکھنا
need-childcare = بچوں کی نگہداشت اور اس کا خرچ
need-speech-and-language = بولنا سیکھنا
need-send = ایسا بچہ جسے سیکھنے میں زیادہ مدد چاہیے، یا معذوری ہے
need-child-mental-health = بچہ کیسا محسوس کرتا ہے
need-parent-mental-health = آپ کیسا محسوس کرتے ہیں
need-parent-mental-health-for-others = والدین یا دیکھ بھال کرنے والا کیسا محسوس کرتے ہیں
need-healthy-living = کھانا، وزن، دانت، نیند، سگریٹ
need-substance-use = شراب یا منشیات
need-parental-conflict = والدین کے درمیان جھگڑے
need-separation = علیحدگی، یا الگ رہ کر بچے کی پرورش
need-domestic-abuse = کوئی آپ کو ڈراتا، تکلیف دیتا یا قابو میں رکھتا ہے
need-domestic-abuse-for-others = کوئی انہیں ڈراتا، تکلیف دیتا یا قابو میں رکھتا ہے
need-housing = گھر، یا رہنے کی جگہ
need-housing-for-others = ان کا گھر، یا رہنے کی جگہ
need-money-and-benefits = پیسے، قرض، کھانا، سرکاری مالی امداد
need-work-and-skills = کام اور تربیت
need-school-attendance = سکول اور سکول جانا
need-youth-support = نوجوانوں کے لیے سرگرمیاں، یا بات کرنے کے لیے کوئی
need-exploitation-and-offending = پولیس سے مسئلہ، یا دوسروں کے ہاتھوں استعمال ہونا
need-caring = ایسا بچہ جو کسی کی دیکھ بھال کرتا ہے، یا رشتے داروں کے بچے کی پرورش
need-caring-for-others = ایسا بچہ جو کسی کی دیکھ بھال کرتا ہے، یا ان کے رشتے داروں کے بچے کی پرورش
need-loss-and-isolation = کسی کو کھونا، تنہائی، یا یہاں نیا ہونا
need-not-sure = یقین سے نہیں کہہ سکتے

## Relationships

relationship-mother = ماں
relationship-father = باپ
relationship-parent = والدین میں سے ایک
relationship-expectant-parent = بچے کی پیدائش ہونے والی ہے
relationship-step-parent = سوتیلی ماں یا سوتیلا باپ
relationship-parents-partner = ماں یا باپ کا ساتھی
relationship-grandparent = دادی، نانی، دادا یا نانا
relationship-aunt-or-uncle = خالہ، پھوپھی، چچا یا ماموں
relationship-sibling = بھائی یا بہن
relationship-other-relative = خاندان کا کوئی اور فرد
relationship-foster-carer = فوسٹر کیئرر (foster carer)
relationship-guardian = سرپرست
relationship-special-guardian = سپیشل گارڈین (special guardian)، یا خاندان کے بچے کی دیکھ بھال کرنے والا
relationship-carer = دیکھ بھال کرنے والا
relationship-young-person = نوجوان خود
relationship-other = کوئی اور
relationship-not-known = معلوم نہیں

## Ways to reach somebody

way-call = فون کال
way-text = موبائل پیغام
way-email = ای میل
way-letter = خط
way-voicemail = وائس میل

## Things that would make it easier

access-step-free = سیڑھیوں کے بغیر راستہ
access-hearing-support = سننے میں مدد
access-sight-support = دیکھنے یا چھپا ہوا پڑھنے میں مدد
access-easy-read = آسان تحریر
access-quiet-space = پرسکون جگہ
access-home-visit = گھر پر ملاقات
access-other = کچھ اور
