# Words on many pages
#
# DRAFT in Urdu, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The frame of a page

skip-to-content = اصل مواد پر جائیں
exit-this-page = اس صفحے سے نکلیں
way-back = واپسی کا راستہ
word-error = غلطی
word-warning = خبردار
there-is-a-problem = کچھ درست کرنا ہے
# The name of the list of languages.
languages = زبان
support-links = مفید لنکس
# Said by a screen reader when somebody leaves by pressing Shift three times.
exit-activated = کھل رہا ہے۔
exit-timed-out = صفحے سے نکلنے کا وقت ختم ہو گیا۔
exit-two-more = Shift۔ نکلنے کے لیے 2 بار اور دبائیں۔
exit-one-more = Shift۔ نکلنے کے لیے 1 بار اور دبائیں۔
go-to-start = شروع کے صفحے پر جائیں

## Buttons and links on many pages

continue = آگے بڑھیں
back = واپس
change = بدلیں
yes = ہاں

## The count below a long text. $count is a number.

count-most = اتنے حروف لکھے جا سکتے ہیں: { $count }
count-left-one = باقی حروف: { $count }
count-left = باقی حروف: { $count }
count-none-left = کوئی حرف باقی نہیں
count-over-one = زیادہ حروف: { $count }
count-over = زیادہ حروف: { $count }

## Numbers to call. Names of services stay as they are: people ask for them by name.

helplines-title = وہ نمبر جن پر آپ فون کر سکتے ہیں
helplines-free = یہ مفت ہیں، دن ہو یا رات۔
helpline-emergency-name = Emergency services (ہنگامی خدمات)
helpline-emergency-when =
    اگر کوئی اس وقت خطرے میں ہے۔ اگر بولنا محفوظ نہیں تو موبائل سے فون کریں اور جب کہا جائے تو 55 دبائیں۔
helpline-nhs-name = NHS 111
helpline-nhs-when = اگر آپ کو ذہنی صحت کے لیے ابھی مدد چاہیے۔ آپشن 2 چنیں۔
helpline-childline-name = Childline
helpline-childline-when = 19 سال سے کم عمر ہر فرد کے لیے۔
helpline-abuse-name = National Domestic Abuse Helpline
helpline-abuse-when = اگر کوئی آپ کو یا آپ کے کسی جاننے والے کو ڈراتا، تکلیف دیتا یا قابو میں رکھتا ہے۔
helpline-samaritans-name = Samaritans
helpline-samaritans-when = اگر آپ کسی سے کسی بھی بارے میں بات کرنا چاہیں۔

## Dates

# $month is one of the names below: "2 December 2026".
date = { $day } { $month } { $year }
# "Wednesday 2 December"
weekday-and-date = { $weekday } { $day } { $month }
month-1 = جنوری
month-2 = فروری
month-3 = مارچ
month-4 = اپریل
month-5 = مئی
month-6 = جون
month-7 = جولائی
month-8 = اگست
month-9 = ستمبر
month-10 = اکتوبر
month-11 = نومبر
month-12 = دسمبر
weekday-monday = پیر
weekday-tuesday = منگل
weekday-wednesday = بدھ
weekday-thursday = جمعرات
weekday-friday = جمعہ
weekday-saturday = ہفتہ
weekday-sunday = اتوار
