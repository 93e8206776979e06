# Pages on these pages: accessibility, privacy, cookies, contact
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# $name is the council's name. The council's own words (how to complain, how long) stay as it wrote them.

about-accessibility-link = رسائی
about-privacy-link = رازداری
about-cookies-link = کوکیز
about-contact-link = رابطہ
about-of = { $name } کے لیے
about-email = ای میل
about-phone = فون
about-post = ڈاک
about-officer = ڈیٹا کے تحفظ کا افسر
about-complaints = اگر آپ مطمئن نہیں
# Where a council has not filled in its part. $phone is its front door's number.
about-not-filled = { $name } نے ہمیں ابھی مزید نہیں بتایا۔ { $phone } پر فون کریں۔

## Accessibility

about-accessibility-title = رسائی
about-accessibility-lead =
    ہم چاہتے ہیں کہ ہر کوئی یہ صفحے استعمال کر سکے۔ آپ انہیں 400% تک بڑا کر سکتے ہیں، صرف کی بورڈ سے چلا سکتے
    ہیں، یا سکرین ریڈر استعمال کر سکتے ہیں۔ یہ اسکرپٹ کے بغیر چلتے ہیں۔
about-accessibility-state-title = یہ صفحے کتنے قابل رسائی ہیں
about-accessibility-state =
    یہ Web Content Accessibility Guidelines، ورژن 2.2، درجہ AA، پر جزوی طور پر پورے اترتے ہیں۔ وجہ نیچے لکھی
    ہے۔
about-accessibility-gaps-title = کیا پورا نہیں اترتا
about-accessibility-gap-title =
    ہر صفحے کا عنوان ایک ہی ہے، ’Information‘، تاکہ آپ کے آلے کی ہسٹری سے پتہ نہ چلے کہ آپ نے کیا تلاش کیا
    (2.4.2، صفحے کا عنوان)۔ ہر صفحے کی سرخی بتاتی ہے کہ وہ کیا ہے۔
about-accessibility-gap-time =
    استعمال نہ ہو تو ہم آپ کا لکھا ہوا 4 گھنٹے بعد مٹا دیتے ہیں (2.2.1، وقت کی حد)۔ ہم یہ آپ کی حفاظت کے لیے
    کرتے ہیں۔
about-accessibility-tested-title = ہم نے انہیں کیسے جانچا
about-accessibility-tested =
    جب بھی صفحے بدلتے ہیں، ہر صفحہ axe-core نامی ٹول سے اور کی بورڈ سے جانچا جاتا ہے۔
# $day is "28 November 2026".
about-accessibility-checked = { $name } نے انہیں آخری بار { $day } کو جانچا۔
about-accessibility-tell-title = ہمیں کسی مسئلے کے بارے میں بتائیں
about-accessibility-tell =
    اگر کوئی چیز آپ کے لیے نہیں چلتی، یا آپ کو وہ کسی اور شکل میں چاہیے، تو ہمیں بتائیں:
about-accessibility-enforce =
    اگر آپ ہمارے جواب سے مطمئن نہیں تو Equality Advisory and Support Service کو { $phone } پر فون کریں۔ رسائی
    کے قواعد (2018) پر عمل Equality and Human Rights Commission یقینی بناتا ہے۔

## Privacy

about-privacy-title = ہم آپ کی معلومات کیسے استعمال کرتے ہیں
about-privacy-lead =
    آپ کی کونسل کے Family Hubs آپ کی بھیجی ہوئی باتیں آپ کو صحیح مدد دلانے کے لیے استعمال کرتے ہیں۔ قانون کے
    مطابق آپ کی کونسل فیصلہ کرتی ہے کہ انہیں کیسے استعمال کیا جائے۔ اسے کنٹرولر کہتے ہیں۔
about-privacy-what-title = ہم کیا پوچھتے ہیں
about-privacy-what =
    آپ کا نام، آپ تک محفوظ طریقے سے کیسے پہنچیں، آپ کہاں رہتے ہیں، آپ کے بچے، اور کس چیز سے مدد ملے گی۔ صرف وہ
    جو آپ خود بتانا چاہیں۔
about-privacy-why-title = ہم اسے کیوں استعمال کر سکتے ہیں
about-privacy-why =
    کونسلوں کا فرض ہے کہ خاندانوں کی مدد کریں اور بچوں کو محفوظ رکھیں۔ قانون میں اسے ’عوامی ذمہ داری‘ کہتے ہیں۔
    صحت اور دوسری نجی باتیں اہم عوامی مفاد کی وجہ سے ضروری ہیں۔
about-privacy-who-title = اسے کون دیکھتا ہے
about-privacy-who-hub = آپ کے قریب کے Family Hub کی ٹیم۔
about-privacy-who-safe =
    کونسل کی بچوں کی ٹیم، اگر کسی بچے کو تکلیف پہنچ سکتی ہے۔ ہو سکتا ہے انہیں یہ آگے بتانا پڑے، چاہے آپ نہ
    چاہیں۔
about-privacy-who-area = کوئی اور کونسل، اگر آپ اس کے علاقے میں رہتے ہیں۔
about-privacy-who-notice =
    اگر آپ پیغام چنیں: GOV.UK Notify، جو اسے بھیجتا ہے۔ وہ نمبر یا پتہ، اور آپ کا حوالہ نمبر دیکھتا ہے۔
about-privacy-who-not = ہم اسے بیچتے نہیں۔ کوئی کمپیوٹر یہ فیصلہ نہیں کرتا کہ آپ کو مدد ملے گی یا نہیں۔
about-privacy-how-title = ہم اسے کیسے محفوظ رکھتے ہیں
about-privacy-how =
    آپ کا لکھا ہوا بھیجنے تک ہمارے پاس تالے میں رہتا ہے، اور استعمال نہ ہو تو 4 گھنٹے بعد مٹا دیا جاتا ہے۔ آپ کا
    بھیجا ہوا بھی تالے میں رہتا ہے۔ جب بھی کوئی کارکن اسے دیکھتا ہے، ہم لکھ لیتے ہیں۔
about-privacy-rights-title = آپ کے حقوق
about-privacy-rights =
    آپ اسے دیکھنے، درست کرانے، مٹوانے، کم استعمال کرانے، یا کسی استعمال سے منع کرنے کو کہہ سکتے ہیں۔ جب کسی بچے
    کو محفوظ رکھنا ضروری ہو تو ان میں سے کچھ ممکن نہیں۔
about-privacy-rights-how = اپنی کونسل کے ڈیٹا کے تحفظ کے افسر سے کہیں:
about-privacy-ico =
    آپ Information Commissioner سے بھی شکایت کر سکتے ہیں: { $phone }، ico.org.uk/make-a-complaint۔
about-retention = اسے کب تک رکھا جاتا ہے

## Cookies

about-cookies-title = کوکیز
about-cookies-lead =
    کوکیز آپ کے آلے پر چھوٹی فائلیں ہوتی ہیں۔ ہم صرف وہ استعمال کرتے ہیں جن کے بغیر یہ صفحے نہیں چل سکتے، اس لیے
    ہم اجازت نہیں مانگتے۔ ہم آپ کا پیچھا نہیں کرتے، اور کوئی اور بھی یہاں کوکیز نہیں رکھتا۔
about-cookies-form = آپ کا لکھا ہوا ڈھونڈتی ہے۔ اس میں ایک بے ترتیب نمبر ہے، آپ کے بارے میں کچھ نہیں۔
about-cookies-status = آپ کی دیکھی ہوئی درخواست ڈھونڈتی ہے۔ اس میں ایک بے ترتیب نمبر ہے۔
about-cookies-language = آپ کی چنی ہوئی زبان یاد رکھتی ہے۔
about-cookies-end-close = جب آپ نکلیں یا براؤزر بند کریں تو یہ ختم ہو جاتی ہے۔
about-cookies-end-idle =
    4 گھنٹے استعمال نہ ہونے پر، یا جب آپ نکلیں یا براؤزر بند کریں، یہ ختم ہو جاتی ہے۔
about-cookies-exit = ’اس صفحے سے نکلیں‘ ان سب کو مٹا دیتا ہے۔

## Contact

about-contact-title = ہم سے رابطہ کریں
about-contact-lead =
    ان صفحوں کے بارے میں سوال ہیں؟ اپنی کونسل سے پوچھیں۔ مدد مانگنے کے لیے فارم استعمال کریں۔
about-contact-door = اگر آپ کسی بچے کے لیے فکر مند ہیں
