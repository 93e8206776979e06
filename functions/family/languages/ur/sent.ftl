# After sending
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

sent-title = شکریہ۔ آپ کا فارم ہمیں مل گیا ہے
sent-reference = آپ کا حوالہ نمبر یہ ہے
sent-changed =
    یہ فارم ہمیں پہلے ہی مل چکا تھا، اس لیے بعد میں بدلی ہوئی باتیں اس میں نہیں ہیں۔ آپ انہیں نیچے شامل
    کر سکتے ہیں۔

## Keeping a copy. It comes first, so that nobody keeps one before they have thought of it.

sent-copy = اگر کوئی یہ آلہ دیکھ سکتا ہے تو اس صفحے کی نقل نہ رکھیں۔
sent-copy-careful =
    اگر کسی کو یہ صفحہ نہیں ملنا چاہیے تو اس کی نقل نہ رکھیں۔ اسے پرنٹ نہ کریں اور نہ اس کی تصویر لیں۔ حوالہ
    نمبر یاد کر لیں، یا ایسی جگہ لکھیں جہاں کوئی نہ دیکھے۔

## What happens next

sent-next-title = آگے کیا ہوگا
sent-next-read = Family Hub میں کوئی آپ کا بھیجا ہوا پڑھے گا۔
# $day is "Friday 4 December".
sent-next-reach =
    وہ { $day } تک آپ سے رابطہ کرنے کی کوشش کریں گے، صرف ان طریقوں سے جنہیں آپ نے محفوظ بتایا ہے۔
sent-next-talk = آپ مل کر بات کریں گے کہ کس چیز سے مدد ملے گی۔
sent-next-no-way =
    ہمارے پاس آپ سے رابطہ کرنے کا کوئی محفوظ طریقہ نہیں، اس لیے نہ کوئی فون کرے گا نہ لکھے گا۔ آپ اپنے قریب کے
    Family Hub جا کر اپنا حوالہ نمبر دکھا سکتے ہیں۔
sent-next-worry-read =
    جن لوگوں کا کام بچوں کو محفوظ رکھنا ہے، وہ آپ کا بھیجا ہوا سب سے پہلے پڑھیں گے۔
sent-next-worry-reach =
    وہ آج، یا { $day } تک، آپ سے رابطہ کرنے کی کوشش کریں گے، ان طریقوں سے جنہیں آپ نے محفوظ بتایا ہے۔
sent-next-worry-no-way =
    ہمارے پاس آپ سے رابطہ کرنے کا کوئی محفوظ طریقہ نہیں۔ اگر ہو سکے تو اوپر کے کسی نمبر پر فون کریں۔
sent-notice = جب یہ ایک ٹیم کے پاس ہوگا تو ہم آپ کو ایک پیغام بھیجیں گے۔
sent-next-elsewhere = اگر آپ کسی اور کونسل کے علاقے میں رہتے ہیں تو ہم یہ انہیں بھیج دیں گے۔

## What could not be read. The list after it has the -brief words of the questions.

sent-kept =
    آپ کے کچھ جواب ہم یقین سے نہیں پڑھ سکے۔ ہم نے انہیں ویسے ہی رکھا ہے جیسے آپ نے دیے، اور ایک انسان انہیں
    دیکھے گا:
sent-left-out = چونکہ اسے راز رہنا چاہیے، ہم نے یہ نہیں رکھا:
sent-another-answer = ایک اور جواب

## Hubs nearby

sent-hubs-title = آپ کے قریب Family Hubs
sent-hubs-lead =
    آپ کو ہمارا انتظار کرنے کی ضرورت نہیں۔ آپ ان میں سے کسی میں بھی جا کر مدد مانگ سکتے ہیں۔
# The distance in miles, as the crow flies: "about 1.5 miles away".
sent-hub-away = تقریباً { $miles } میل دور
sent-hub-away-one = تقریباً 1 میل دور
sent-hub-away-half = تقریباً آدھا میل دور
sent-hub-near = آدھے میل سے کم دور
# $days is "Monday to Friday", or some of "Monday, Wednesday". The times are "09:00" and "17:00".
sent-hub-hours = { $days }، { $from } سے { $to } تک
sent-hub-days-range = { $first } سے { $last }
# Between the days of a list.
sent-hub-days-comma = { $before }، { $next }

## The reference and the code

sent-keep-title = اپنا حوالہ نمبر اور کوڈ سنبھال کر رکھیں
sent-keep =
    ان دونوں سے آپ دیکھ سکتے ہیں کہ درخواست کہاں تک پہنچی، کچھ اور بتا سکتے ہیں، یا ہمیں رکنے کو کہہ سکتے ہیں۔
    ان سے آپ کا نام یا آپ کی بتائی ہوئی باتیں ظاہر نہیں ہوتیں۔ کوڈ کے بغیر کوئی اسے نہیں دیکھ سکتا۔
sent-secret = آپ کا کوڈ یہ ہے
sent-keep-for = یہ 90 دن تک کام کرتے ہیں۔
sent-keep-how = اگر محفوظ ہو تو انہیں لکھ لیں، تصویر لے لیں، یا یہ صفحہ پرنٹ کر لیں۔
sent-status = دیکھیں کہ درخواست کہاں تک پہنچی
sent-more = جو بتانا رہ گیا وہ بتائیں
sent-leave = اسے بند کریں اور یہاں سے مٹا دیں
sent-another = ایک اور فارم بھریں
sent-gone-title = یہ صفحہ اب یہاں نہیں ہے
sent-gone =
    ہم یہ صفحہ 4 گھنٹے، یا آپ کے نکلنے تک، رکھتے ہیں۔ اگر آپ نے فارم بھیجا تھا تو وہ ہمارے پاس ہے۔ حوالہ نمبر
    اور کوڈ سے آپ دیکھ سکتے ہیں کہ درخواست کہاں تک پہنچی۔
