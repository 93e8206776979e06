# Errors
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
#
# error-<question>-<code> is for one question, error-<code> for any. They never repeat what was typed.

## Any question

error-code-not-recognised = جوابوں میں سے ایک چنیں
error-conflict = یہ جواب آپس میں نہیں ملتے۔ انہیں دیکھ لیں
error-required = اس سوال کا جواب دیں
# $question is the question, such as "What is happening?"
error-too-long = ’{ $question }‘ کا جواب بہت لمبا ہے۔ کم الفاظ میں لکھیں
error-empty = یہاں کچھ لکھیں، یا اسے خالی چھوڑ دیں

## Who asks, and how to reach them

error-who-required = چنیں کہ یہ فارم کون بھر رہا ہے
error-who-code-not-recognised = چنیں کہ یہ فارم کون بھر رہا ہے
error-family-asked-required = چنیں کہ خاندان کیا کہتا ہے
error-given-name-required = اپنا پہلا یا آخری نام لکھیں
error-given-name-required-for-others = ان کا پہلا یا آخری نام لکھیں
error-agree-required = ’ہاں‘ یا ’ابھی نہیں‘ چنیں
error-own-age-age-not-read = اپنی عمر لکھیں، جیسے 15
error-own-age-too-old =
    آپ 19 سال کی عمر تک، یا معذوری یا سیکھنے میں اضافی مدد کی ضرورت ہو تو 25 سال تک، اپنے لیے مانگ سکتے ہیں۔ اگر
    آپ کی عمر زیادہ ہے تو واپس جا کر دوسرا جواب چنیں، یا hub کو فون کریں
error-own-age-date-in-future = اپنی عمر لکھیں، جیسے 15، یا گزری ہوئی تاریخ پیدائش
error-safe-to-required = رابطے کا ایک محفوظ طریقہ بتائیں، یا نشان لگائیں کہ آپ خود آئیں گے
error-safe-to-required-for-others =
    ان سے رابطے کا ایک محفوظ طریقہ بتائیں، یا نشان لگائیں کہ وہ خود آئیں گے
error-safe-to-conflict =
    آپ نے رابطے کے ایک طریقے پر نشان لگایا ہے، اور اس پر بھی کہ ہم رابطہ نہ کریں۔ ان میں سے ایک نشان ہٹا دیں
error-phone-phone-not-recognised = فون نمبر لکھیں، جیسے 01632 960 001 یا 07700 900 982
error-phone-needed-for-safe-way =
    آپ نے بتایا ہے کہ آپ کو فون کرنا یا پیغام بھیجنا محفوظ ہے۔ اپنا فون نمبر لکھیں، یا وہ نشان ہٹا دیں
error-phone-needed-for-safe-way-for-others =
    آپ نے بتایا ہے کہ انہیں فون کرنا یا پیغام بھیجنا محفوظ ہے۔ ان کا فون نمبر لکھیں، یا وہ نشان ہٹا
    دیں
error-phone-is-it-safe =
    کیا اس نمبر پر آپ کو فون کرنا یا پیغام بھیجنا محفوظ ہے؟ ہر محفوظ طریقے پر نشان لگائیں، یا نمبر ہٹا دیں
error-phone-is-it-safe-for-others =
    کیا اس نمبر پر انہیں فون کرنا یا پیغام بھیجنا محفوظ ہے؟ ہر محفوظ طریقے پر نشان لگائیں، یا نمبر
    ہٹا دیں
error-email-email-not-recognised = ای میل پتہ لکھیں، جیسے name@example.com
error-email-needed-for-safe-way =
    آپ نے بتایا ہے کہ آپ کو ای میل کرنا محفوظ ہے۔ اپنا ای میل پتہ لکھیں، یا وہ نشان ہٹا دیں
error-email-needed-for-safe-way-for-others =
    آپ نے بتایا ہے کہ انہیں ای میل کرنا محفوظ ہے۔ ان کا ای میل پتہ لکھیں، یا وہ نشان ہٹا دیں
error-email-is-it-safe =
    کیا آپ کو ای میل کرنا محفوظ ہے؟ اگر ہے تو ’آپ مجھے ای میل کر سکتے ہیں‘ پر نشان لگائیں، ورنہ پتہ ہٹا دیں
error-email-is-it-safe-for-others =
    کیا انہیں ای میل کرنا محفوظ ہے؟ اگر ہے تو ’آپ انہیں ای میل کر سکتے ہیں‘ پر نشان لگائیں، ورنہ پتہ
    ہٹا دیں
error-safe-to-needed-for-safe-way = پتے کے بغیر ہم خط نہیں بھیج سکتے۔ خط والا نشان ہٹا دیں

## Where they live

error-where-required = اپنا پوسٹ کوڈ لکھیں، یا دوسرا جواب چنیں
error-where-required-for-others = ان کا پوسٹ کوڈ لکھیں، یا دوسرا جواب چنیں
error-postcode-required = اپنا پوسٹ کوڈ لکھیں، یا دوسرا جواب چنیں
error-postcode-required-for-others = ان کا پوسٹ کوڈ لکھیں، یا دوسرا جواب چنیں
error-postcode-postcode-not-found = ہمیں یہ پوسٹ کوڈ نہیں ملا۔ کیا یہ نیا ہے؟ اسے دیکھ لیں، یا یہی رکھیں
error-postcode-postcode-ended =
    یہ پوسٹ کوڈ اب استعمال نہیں ہوتا۔ کیا آپ نے گھر بدلا ہے؟ اپنا موجودہ کوڈ لکھیں، یا یہی رکھیں
error-postcode-postcode-ended-for-others =
    یہ پوسٹ کوڈ اب استعمال نہیں ہوتا۔ کیا انہوں نے گھر بدلا ہے؟ ان کا موجودہ کوڈ لکھیں، یا یہی رکھیں
error-postcode-postcode-outside-england =
    یہ پوسٹ کوڈ انگلینڈ میں نہیں ہے۔ Family Hubs انگلینڈ میں ہیں۔ اسے دیکھ لیں، یا یہی رکھیں: آپ کا بھیجا ہوا ہم
    آگے پہنچا دیں گے
error-postcode-postcode-of-no-home =
    یہ پوسٹ کوڈ کسی گھر کا نہیں۔ جہاں آپ رہتے ہیں وہاں کا پوسٹ کوڈ لکھیں، یا یہی رکھیں
error-postcode-postcode-of-no-home-for-others =
    یہ پوسٹ کوڈ کسی گھر کا نہیں۔ جہاں وہ رہتے ہیں وہاں کا پوسٹ کوڈ لکھیں، یا یہی رکھیں
error-where-conflict =
    اگر آپ کا کوئی مستقل پتہ نہیں تو پتہ اور پوسٹ کوڈ خالی چھوڑ دیں۔ اگر ہم آپ کا دیا ہوا پتہ استعمال کر سکتے ہیں
    تو چنیں کہ آپ کا پتہ ہے
error-where-conflict-for-others =
    اگر ان کا کوئی مستقل پتہ نہیں تو پتہ اور پوسٹ کوڈ خالی چھوڑ دیں۔ اگر ہم آپ کا دیا ہوا پتہ
    استعمال کر سکتے ہیں تو چنیں کہ ان کا پتہ ہے
error-address-line-1-needed-for-safe-way =
    آپ نے بتایا ہے کہ آپ کو خط بھیجنا محفوظ ہے۔ اپنا پتہ لکھیں، یا وہ نشان ہٹا دیں
error-address-line-1-needed-for-safe-way-for-others =
    آپ نے بتایا ہے کہ انہیں خط بھیجنا محفوظ ہے۔ ان کا پتہ لکھیں، یا وہ نشان ہٹا دیں
error-postcode-postcode-not-recognised =
    برطانیہ کا پوسٹ کوڈ لکھیں، جیسے SW1V 2AA، یا اس کا پہلا حصہ، جیسے SW1V
error-postcode-postcode-unclear = پوسٹ کوڈ دیکھ لیں۔ ہم اسے یقین سے نہیں پڑھ سکے
error-council-code-not-recognised = فہرست سے اپنی کونسل چنیں
error-council-gss-code = فہرست سے اپنی کونسل چنیں
error-language-code-not-recognised = فہرست سے زبان چنیں
error-language-language-shape = فہرست سے زبان چنیں

## Children

error-children-not-known-required = بچہ شامل کریں، یا نشان لگائیں کہ آپ نہیں بتانا چاہتے
error-child-given-name-required =
    بچے کا نام یا تاریخ پیدائش لکھیں، یا وہ تاریخ جب بچے کی پیدائش متوقع ہے
error-child-day-required = تاریخ پیدائش لکھیں، یا دوسرا جواب چنیں
error-child-age-required = بچے کی اندازاً عمر لکھیں، یا دوسرا جواب چنیں
error-child-due-required = بچے کی پیدائش کی متوقع تاریخ لکھیں، یا دوسرا جواب چنیں
error-year-in-two-digits = یہ کون سا سال ہے؟ پورے 4 ہندسے لکھیں، جیسے 2021
error-date-not-read = تاریخ لکھیں، جیسے 27 مارچ 2021، یا سال
error-age-not-read = عمر لکھیں، جیسے 3 یا 18 مہینے، یا سال، جیسے 2021
error-due-day-missing = دن بھی لکھیں، جیسے 27 مارچ 2027۔ اندازہ بھی چلے گا
error-day-missing = دن لکھیں، جیسے 27
error-month-missing = مہینہ لکھیں، جیسے 3 یا مارچ
error-year-missing = 4 ہندسوں میں سال لکھیں، جیسے 2021
error-date-not-real = صحیح تاریخ لکھیں
error-date-too-early = تاریخ پیدائش 1900 یا اس کے بعد کی ہونی چاہیے
error-date-in-future =
    تاریخ پیدائش گزری ہوئی ہونی چاہیے۔ اگر آپ کا بچہ ابھی پیدا نہیں ہوا تو وہ جواب چنیں
error-due-date-too-late = بچے کی متوقع پیدائش اگلے 10 مہینوں میں ہونی چاہیے
error-due-date-too-early =
    متوقع تاریخ ایک سال سے زیادہ پہلے کی ہے۔ اگر آپ کا بچہ پیدا ہو چکا ہے تو تاریخ پیدائش دیں

## What would help

error-needs-required = چنیں کہ آپ کو کس چیز میں مدد چاہیے، یا ’یقین سے نہیں کہہ سکتے‘
error-needs-required-for-others = چنیں کہ انہیں کس چیز میں مدد چاہیے، یا ’یقین سے نہیں کہہ سکتے‘
