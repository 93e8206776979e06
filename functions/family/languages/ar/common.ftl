# Words on many pages
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The frame of a page

skip-to-content = الانتقال إلى المحتوى الرئيسي
exit-this-page = الخروج من هذه الصفحة
way-back = طريق الرجوع
word-error = خطأ
word-warning = تحذير
there-is-a-problem = هناك ما يحتاج إلى تصحيح
# The name of the list of languages.
languages = اللغة
support-links = روابط مفيدة
# Said by a screen reader when somebody leaves by pressing Shift three times.
exit-activated = جارٍ التحميل.
exit-timed-out = انتهى وقت الخروج من الصفحة.
exit-two-more = Shift. اضغطوا مرتين أخريين (2) للخروج.
exit-one-more = Shift. اضغطوا مرة أخرى (1) للخروج.
go-to-start = الانتقال إلى صفحة البداية

## Buttons and links on many pages

continue = متابعة
back = رجوع
change = تغيير
yes = نعم

## The count below a long text. $count is a number.

count-most = عدد الأحرف التي يمكنكم كتابتها: { $count }
count-left-one = الأحرف المتبقية: { $count }
count-left = الأحرف المتبقية: { $count }
count-none-left = لم تبقَ أي أحرف
count-over-one = الأحرف الزائدة: { $count }
count-over = الأحرف الزائدة: { $count }

## Numbers to call. Names of services stay as they are: people ask for them by name.

helplines-title = أرقام يمكنكم الاتصال بها
helplines-free = الاتصال بها مجاني، ليلًا ونهارًا.
helpline-emergency-name = Emergency services (خدمات الطوارئ)
helpline-emergency-when =
    إذا كان أي شخص في خطر الآن. إذا لم يكن الكلام آمنًا، فاتصلوا من هاتف محمول واضغطوا 55 عندما يُطلب منكم
    ذلك.
helpline-nhs-name = NHS 111
helpline-nhs-when = إذا كنتم بحاجة إلى مساعدة الآن في أمر يخص الصحة النفسية. اختاروا الرقم 2.
helpline-childline-name = Childline
helpline-childline-when = لكل من لم يبلغ 19 عامًا.
helpline-abuse-name = National Domestic Abuse Helpline
helpline-abuse-when = إذا كان هناك من يخيفكم أو يؤذيكم أو يتحكم بكم، أو بشخص تعرفونه.
helpline-samaritans-name = Samaritans
helpline-samaritans-when = إذا أردتم التحدث مع أحد، عن أي شيء.

## Dates

# $month is one of the names below: "2 December 2026".
date = { $day } { $month } { $year }
# "Wednesday 2 December"
weekday-and-date = { $weekday } { $day } { $month }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
