# The first page, the page of numbers to call, and pages of problems
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The first page

start-title = اپنے خاندان کے لیے مدد مانگیں
start-lead =
    ہمیں اپنے خاندان کے بارے میں تھوڑا سا بتائیں، اور یہ کہ کس چیز سے مدد ملے گی۔ Family Hub میں کوئی اسے پڑھے
    گا اور آپ سے رابطہ کرے گا، صرف ان طریقوں سے جنہیں آپ محفوظ بتائیں۔
start-free = یہ مفت ہے۔ آپ کو اکاؤنٹ کی ضرورت نہیں۔
start-time = اس میں تقریباً 3 منٹ لگتے ہیں۔ ہر سوال کا جواب دینا ضروری نہیں۔
start-next-title = کیا ہوتا ہے
start-next-tell = آپ ہمیں بتائیں کہ کس چیز سے مدد ملے گی۔
start-next-read = ایک انسان اسے پڑھتا ہے اور محفوظ طریقے سے آپ سے رابطہ کرتا ہے۔
start-next-talk = آپ مل کر بات کرتے ہیں کہ آگے کیا کرنا ہے۔ آپ کسی بھی وقت منع کر سکتے ہیں۔
start-phone-title = اگر آپ پہلے بات کرنا چاہیں
# $name is a hub, such as "Portman Family Hub", $phone its number, as a link.
start-phone-hub = { $name }: { $phone }
start-safe-title = کیا یہ آلہ استعمال کرنا محفوظ ہے؟
start-safe =
    ’اس صفحے سے نکلیں‘ آپ کا لکھا ہوا مٹا دیتا ہے اور موسم کا صفحہ کھول دیتا ہے، لیکن ان صفحوں کی
    فہرست اور دوبارہ بھرنے کے وہ الفاظ نہیں مٹاتا جو یہ آلہ رکھتا ہے، اس لیے اگر کوئی دیکھ سکتا ہے
    تو دوسرا آلہ استعمال کریں۔
# Shown only where the key works.
start-shift = آپ Shift کا بٹن 3 بار دبا کر بھی نکل سکتے ہیں۔
start-short = ابھی مدد مانگیں
start-short-hint = آپ کا نام، آپ تک پہنچنے کا محفوظ طریقہ، اور کس چیز سے مدد ملے گی۔
start-full = پہلے ہمیں مزید بتائیں
start-full-hint = آپ کے بچے، آپ کا پتہ اور آپ کی ضرورت بھی۔ اس میں تقریباً 8 منٹ لگتے ہیں۔
start-status = دیکھیں کہ آپ کی درخواست کہاں تک پہنچی
start-go-on = اپنا فارم جاری رکھیں
start-again = یا دوبارہ شروع کریں:
start-short-again = دوبارہ شروع کریں (آپ کا لکھا ہوا مٹ جائے گا)
start-full-again = دوبارہ شروع کریں اور مزید بتائیں (آپ کا لکھا ہوا مٹ جائے گا)
start-sent = دیکھیں کہ آپ کے فارم کا آگے کیا ہوگا
start-notice = براہ کرم توجہ دیں
start-not-begun =
    ہمیں آپ کا فارم نہیں ملا۔ براہ کرم دوبارہ شروع کریں۔ اس کے لیے آپ کے براؤزر میں cookies کی اجازت
    ضروری ہے۔ اگر اجازت نہیں تو اس صفحے کے کسی نمبر پر فون کریں۔
start-other-tab =
    آپ نے دوسرے ٹیب میں ایک اور فارم شروع کیا، اس لیے ہم نے پہلے والا بند کر دیا ہے۔ یہاں دوبارہ شروع کریں۔
start-lost =
    آپ کا لکھا ہوا اب ہمارے پاس نہیں ہے۔ ہم اسے 4 گھنٹے بعد، یا آپ کے نکلنے پر، مٹا دیتے ہیں۔ براہ کرم دوبارہ شروع کریں۔
footer-exit =
    ’اس صفحے سے نکلیں‘ آپ کو موسم کے صفحے پر لے جاتا ہے۔ یہ آپ کے براؤزر کی ہسٹری نہیں مٹاتا۔ اگر کوئی دیکھ
    سکتا ہے تو ہسٹری بھی مٹا دیں۔

## The page of numbers to call, when someone may be in danger. Its heading says nothing of why.

numbers-title = ابھی کسی سے بات کریں
# $number is 999, as a link.
numbers-danger = اگر کوئی اس وقت خطرے میں ہے تو { $number } پر فون کریں۔
numbers-silent = اگر بولنا محفوظ نہیں تو موبائل سے فون کریں اور جب کہا جائے تو 55 دبائیں۔
# $authority is a council, such as "Essex".
numbers-lead-authority =
    آپ کو ہمارا انتظار کرنے کی ضرورت نہیں۔ { $authority } میں بچوں کی ٹیم کو فون کریں:
numbers-lead-national = آپ کو ہمارا انتظار کرنے کی ضرورت نہیں۔ مشورے کے لیے فون کریں:
numbers-in-hours = دن کے وقت، پیر سے جمعہ
numbers-out-of-hours = رات کو، ہفتہ اتوار کو اور چھٹیوں میں
# $number is a phone number, as a link.
numbers-nspcc = { $number } (NSPCC Helpline)
numbers-police = { $number } (پولیس)
numbers-go-on-title = اگر آپ فون نہیں کر سکتے
numbers-go-on-lead =
    آپ ہمیں فارم بھیج سکتے ہیں۔ بچوں کو محفوظ رکھنے والے لوگ اسے سب سے پہلے پڑھیں گے۔
numbers-mark-lead =
    اگر آپ یہ دبائیں تو فارم بھیجنے پر بچوں کو محفوظ رکھنے والے لوگ اسے سب سے پہلے پڑھیں گے۔
numbers-mark = کسی کو تکلیف پہنچائی جا رہی ہے، یا پہنچائی جا سکتی ہے
numbers-go-on = فارم جاری رکھیں
numbers-leave = نکلیں

## Pages of problems

problem-forbidden-title = یہ فارم کسی اور ویب سائٹ سے آیا ہے
problem-forbidden = فارم یہاں کھولیں اور دوبارہ بھریں۔
problem-not-found-title = صفحہ نہیں ملا
problem-not-found = پتہ دیکھ لیں، یا دوبارہ شروع کریں۔
problem-too-large-title = یہ بہت لمبا ہے
problem-too-large =
    ہم وہ صفحہ محفوظ نہیں کر سکے۔ واپس جائیں، اپنے جواب چھوٹے کریں، اور دوبارہ بھیجیں۔
problem-other-title = یہ نہیں ہو سکا
problem-other = واپس جائیں اور دوبارہ کوشش کریں۔
problem-ours-title = معذرت، کچھ غلط ہو گیا
problem-ours =
    اس میں آپ کی کوئی غلطی نہیں تھی۔ ایک منٹ انتظار کریں، پھر یہ صفحہ دوبارہ لوڈ کریں۔ اگر آپ نے کچھ
    بھیجا تھا تو آپ کا براؤزر اسے دوبارہ بھیجے گا۔
