# Check your answers, and send
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

check-title = اپنے جواب دیکھ لیں
check-not-answered = جواب نہیں دیا گیا
check-more-title = آپ ہمیں مزید بتا سکتے ہیں
check-more = یہ ضروری نہیں۔ جب کوئی رابطہ کرے گا تو آپ سے پوچھ لے گا۔
check-done = ہو گیا
check-agree-title = بھیجیں
check-agree =
    یہ بھیج کر آپ اس سے اتفاق کرتے ہیں کہ ہم اسے آپ کے قریب کی Family Hub ٹیم کو بتائیں تاکہ وہ مدد کر سکیں۔
check-not-yet =
    آپ نے بتایا ہے کہ آپ ابھی متفق نہیں۔ آپ پھر بھی یہ بھیج سکتے ہیں۔ کوئی اسے پڑھے گا، اور کچھ اور ہونے سے پہلے
    آپ سے بات کرے گا۔
check-for-others =
    آپ کسی اور خاندان کے لیے مانگ رہے ہیں۔ کوئی اسے پڑھے گا، اور دیکھے گا کہ خاندان نے آپ سے کیا کہا۔
check-share =
    اگر کسی کو شدید نقصان پہنچ سکتا ہے تو ہم ان لوگوں کو بھی بتاتے ہیں جن کا کام بچوں کو محفوظ رکھنا ہے۔
check-worry =
    آپ نے بتایا ہے کہ کسی کو تکلیف پہنچائی جا رہی ہے یا پہنچائی جا سکتی ہے۔ جن لوگوں کا کام بچوں کو محفوظ رکھنا
    ہے، وہ اسے سب سے پہلے پڑھیں گے۔
# The name of a field that nobody sees; only a machine fills it in.
check-leave-empty = اسے خالی چھوڑیں
check-send = بھیجیں

## One message, once a team has it. It is shown only with a number or an address that is safe.

check-notice-label = جب آپ کا فارم صحیح ٹیم تک پہنچ جائے تو کیا ہم آپ کو ایک پیغام بھیجیں؟
check-notice-hint =
    اس میں لکھا ہوتا ہے کہ آپ کا بھیجا ہوا ایک ٹیم کے پاس ہے، اور آپ کا حوالہ نمبر۔ اس میں یہ نہیں لکھا ہوتا کہ
    ہم کون ہیں یا یہ کس بارے میں ہے۔ پیغام صرف تب چنیں جب آپ کے پیغام کوئی اور نہ پڑھتا ہو۔
    پیغام انگریزی میں ہے۔
check-notice-none = کوئی پیغام نہیں
# $number is "07700 900 982".
check-notice-text = موبائل پیغام { $number } پر
# $address is "name@example.com".
check-notice-email = ای میل { $address } پر
