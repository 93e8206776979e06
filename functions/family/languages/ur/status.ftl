# How your request is getting on
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## Looking it up

status-title = دیکھیں کہ آپ کی درخواست کہاں تک پہنچی
status-lead = آپ کو وہ حوالہ نمبر اور کوڈ چاہیے جو ہم نے بھیجتے وقت آپ کو دیا تھا۔
status-reference-label = آپ کا حوالہ نمبر
status-reference-hint = اس میں 4 حروف اور ہندسوں کے 3 حصے ہوتے ہیں
status-secret-label = آپ کا کوڈ
status-secret-hint = اس میں 4 حروف اور ہندسوں کے 2 حصے ہوتے ہیں
status-look = دیکھیں کہ کہاں تک پہنچی
error-reference-required = اپنا حوالہ نمبر لکھیں
error-reference-reference-not-recognised =
    اپنا حوالہ نمبر دیکھ لیں۔ اس میں 4 حروف اور ہندسوں کے 3 حصے ہوتے ہیں
error-secret-required = اپنا کوڈ لکھیں
error-secret-secret-not-recognised = اپنا کوڈ دیکھ لیں۔ اس میں 4 حروف اور ہندسوں کے 2 حصے ہوتے ہیں
status-not-found =
    اس حوالہ نمبر اور کوڈ کی کوئی درخواست ہمیں نہیں ملی۔ دونوں کو دیکھ لیں۔ یہ 90 دن تک کام کرتے ہیں۔
status-unsent =
    ہم یہ الفاظ شامل نہیں کر سکے، کیونکہ ہم آپ کی درخواست نہیں کھول سکے۔ یہ یہاں محفوظ ہیں۔ اسے
    دوبارہ دیکھیں، پھر آپ انہیں بھیج سکیں گے:
status-locked-title = بہت زیادہ کوششیں ہو گئیں
status-locked =
    حفاظت کے لیے زیادہ سے زیادہ دو گھنٹے تک کوئی یہ حوالہ نمبر نہیں دیکھ سکتا۔ آپ کی درخواست میں کچھ نہیں بدلا۔ اس کے
    بعد دوبارہ کوشش کریں۔
status-contact = ہم سے رابطے کے دوسرے طریقے

## What is found. It never says which hub has it, or who sent it.

status-found-title = آپ کی درخواست کہاں تک پہنچی
status-reference = حوالہ نمبر
# $day is "28 November 2026".
status-received-on = یہ ہمیں { $day } کو ملی۔
status-step-received = یہ ہمارے پاس ہے۔ یہ ان لوگوں تک جا رہی ہے جو مدد کر سکتے ہیں۔
status-step-with-a-team = یہ ان لوگوں کے پاس ہے جو مدد کر سکتے ہیں۔
status-step-withdrawn = آپ کے کہنے پر اسے روک دیا گیا ہے۔
status-next =
    وہ صرف ان طریقوں سے رابطہ کریں گے جنہیں آپ نے محفوظ بتایا ہے۔ اگر آپ کو فکر ہے کہ کسی نے رابطہ نہیں کیا تو
    آپ کسی بھی Family Hub کو فون کر سکتے ہیں یا وہاں جا کر اپنا حوالہ نمبر دکھا سکتے ہیں۔
# $day is "Friday 4 December".
status-next-by =
    وہ { $day } تک آپ سے رابطہ کرنے کی کوشش کریں گے، صرف ان طریقوں سے جنہیں آپ نے محفوظ بتایا ہے۔
status-next-late =
    اگر آپ نے ہمیں کوئی محفوظ طریقہ بتایا ہے تو اب تک انہیں آپ سے رابطہ کر لینا چاہیے تھا۔ اگر نہیں کیا تو کسی بھی
    Family Hub کو فون کریں یا وہاں جا کر اپنا حوالہ نمبر دکھائیں۔
status-add = جو بتانا رہ گیا وہ بتائیں
status-withdraw = ہمیں رکنے کو کہیں
status-other = کوئی اور درخواست دیکھیں
status-leave = اسے بند کریں اور یہاں سے مٹا دیں

## Adding something

note-title = جو بتانا رہ گیا وہ بتائیں
note-label = آپ اور کیا بتانا چاہیں گے؟
note-hint = دوسرے خاندانوں کے نام نہ لکھیں۔ ایک انسان اسے آپ کے بھیجے ہوئے کے ساتھ پڑھے گا۔
note-danger-hint =
    اگر آپ یہاں نشان لگائیں تو جن لوگوں کے پاس آپ کی درخواست ہے انہیں فوراً یہ پڑھنے کو کہا جائے گا۔
note-send = یہ شامل کریں
note-full =
    یہاں اس درخواست میں اور کچھ شامل نہیں ہو سکتا۔ مزید بتانے کے لیے کسی Family Hub کو فون کریں۔
note-not-saved =
    ہم ابھی اسے محفوظ نہیں کر سکے۔ کچھ ضائع نہیں ہوا۔ تھوڑا انتظار کریں، پھر دوبارہ بھیجیں۔
note-added-title = ہم نے اسے شامل کر لیا ہے
note-added = جن لوگوں کے پاس آپ کی درخواست ہے وہ اسے دیکھیں گے۔
note-other-tab =
    آپ نے کسی اور ٹیب میں کوئی اور درخواست دیکھی ہے۔ دیکھ لیں کہ یہ وہی ہے، پھر دوبارہ بھیجیں۔
note-another = کچھ اور شامل کریں
error-text-required = لکھیں کہ آپ کیا شامل کرنا چاہیں گے
error-text-too-long = یہ بہت لمبا ہے۔ کم الفاظ میں لکھیں

## Asking to stop

withdraw-title = ہمیں رکنے کو کہیں
withdraw-lead =
    پہلے ایک انسان آپ سے اس طریقے سے پوچھے گا جسے آپ نے محفوظ بتایا ہے، تاکہ آپ کی جگہ کوئی اور اسے نہ روک سکے۔
    تب تک کچھ نہیں بدلے گا۔
withdraw-no-way =
    اگر آپ نے ہمیں کوئی محفوظ طریقہ نہیں بتایا تو کسی Family Hub جائیں یا فون کریں اور اپنا حوالہ نمبر دکھائیں۔
withdraw-danger =
    اگر کوئی آپ کو رکنے پر مجبور کر رہا ہے تو { $number } پر یا نیچے کے کسی نمبر پر فون کریں۔
withdraw-label = کیا آپ وجہ بتانا چاہیں گے؟ آپ اسے خالی چھوڑ سکتے ہیں۔
withdraw-send = ہمیں رکنے کو کہیں
withdraw-added-title = آپ کی رکنے کی درخواست ہمیں مل گئی ہے
withdraw-added = ایک انسان محفوظ طریقے سے آپ سے پوچھے گا۔ تب تک کچھ نہیں بدلے گا۔
note-back = واپس جائیں
