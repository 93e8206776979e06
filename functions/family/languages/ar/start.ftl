# The first page, the page of numbers to call, and pages of problems
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The first page

start-title = اطلبوا المساعدة لعائلتكم
start-lead =
    أخبرونا قليلًا عن عائلتكم وعمّا يمكن أن يساعدكم. سيقرأ ذلك شخص في Family Hub ويتواصل معكم، وفقط بالطرق
    التي تقولون إنها آمنة.
start-free = الخدمة مجانية. ولا تحتاجون إلى حساب.
start-time = يستغرق ذلك نحو 3 دقائق. ولا يلزم أن تجيبوا عن كل شيء.
start-next-title = ماذا يحدث
start-next-tell = تخبروننا بما يمكن أن يساعدكم.
start-next-read = يقرأ ذلك شخص ويتواصل معكم بطريقة آمنة.
start-next-talk = تتحدثون معًا عن الخطوة التالية. يمكنكم أن تقولوا لا في أي وقت.
start-phone-title = إذا أردتم أن تتحدثوا أولًا
# $name is a hub, such as "Portman Family Hub", $phone its number, as a link.
start-phone-hub = { $name }: { $phone }
start-safe-title = هل استخدام هذا الجهاز آمن؟
start-safe =
    «الخروج من هذه الصفحة» يحذف ما كتبتموه ويفتح صفحة عن الطقس، لكنه لا يمسح قائمة الصفحات التي
    يحتفظ بها هذا الجهاز، ولا الكلمات التي قد يقترحها عند الكتابة، فاستخدموا جهازًا آخر إذا كان من
    الممكن أن ينظر فيه أحد.
# Shown only where the key works.
start-shift = يمكنكم أيضًا الخروج بالضغط على مفتاح Shift 3 مرات.
start-short = طلب المساعدة الآن
start-short-hint = اسمكم، وطريقة آمنة للتواصل معكم، وما يمكن أن يساعدكم.
start-full = إخبارنا بالمزيد أولًا
start-full-hint = أطفالكم وعنوانكم وما تحتاجون إليه أيضًا. يستغرق ذلك نحو 8 دقائق.
start-status = معرفة أين وصل طلبكم
start-go-on = متابعة نموذجكم
start-again = أو ابدأوا من جديد:
start-short-again = البدء من جديد (يحذف ما كتبتموه)
start-full-again = البدء من جديد وإخبارنا بالمزيد (يحذف ما كتبتموه)
start-sent = ما الذي سيحدث بعد ذلك لنموذجكم
start-notice = يرجى الانتباه
start-not-begun =
    لا نجد نموذجكم. نرجو أن تبدأوا من جديد. يجب أن يسمح المتصفح بملفات cookies لهذا الغرض. وإذا لم
    يسمح بها، فاتصلوا بأحد الأرقام في هذه الصفحة.
start-other-tab =
    بدأتم نموذجًا آخر في علامة تبويب أخرى، لذلك أغلقنا النموذج السابق. ابدأوا هنا من جديد.
start-lost =
    لم يعد لدينا ما كتبتموه. نحن نحذفه بعد 4 ساعات أو عند خروجكم. نرجو أن تبدأوا من جديد.
footer-exit =
    «الخروج من هذه الصفحة» ينقلكم إلى صفحة عن الطقس. وهو لا يمسح سجل المتصفح. إذا كان من الممكن أن ينظر فيه
    أحد، فامسحوا السجل أيضًا.

## The page of numbers to call, when someone may be in danger. Its heading says nothing of why.

numbers-title = تحدثوا مع أحد الآن
# $number is 999, as a link.
numbers-danger = إذا كان أي شخص في خطر الآن، فاتصلوا بالرقم { $number }.
numbers-silent =
    إذا لم يكن الكلام آمنًا، فاتصلوا من هاتف محمول واضغطوا 55 عندما يُطلب منكم ذلك.
# $authority is a council, such as "Essex".
numbers-lead-authority = لا يلزم أن تنتظرونا. اتصلوا بفريق شؤون الأطفال في { $authority }:
numbers-lead-national = لا يلزم أن تنتظرونا. اتصلوا لطلب المشورة:
numbers-in-hours = في النهار، من الاثنين إلى الجمعة
numbers-out-of-hours = في الليل وعطلة نهاية الأسبوع والعطل الرسمية
# $number is a phone number, as a link.
numbers-nspcc = { $number } (NSPCC Helpline)
numbers-police = { $number } (الشرطة)
numbers-go-on-title = إذا لم تتمكنوا من الاتصال
numbers-go-on-lead =
    يمكنكم أن ترسلوا إلينا النموذج. وأول من يقرؤه هم الأشخاص الذين يحافظون على سلامة الأطفال.
numbers-mark-lead =
    إذا ضغطتم هنا، فأول من يقرأ نموذجكم بعد إرساله هم الأشخاص الذين يحافظون على سلامة الأطفال.
numbers-mark = هناك من يتعرض للأذى، أو قد يتعرض له
numbers-go-on = متابعة النموذج
numbers-leave = خروج

## Pages of problems

problem-forbidden-title = جاء هذا النموذج من موقع آخر
problem-forbidden = افتحوا النموذج هنا، واملأوه من جديد.
problem-not-found-title = الصفحة غير موجودة
problem-not-found = تحققوا من العنوان، أو ابدأوا من جديد.
problem-too-large-title = هذا أطول من اللازم
problem-too-large = لم نتمكن من حفظ تلك الصفحة. ارجعوا واختصروا إجاباتكم، ثم أرسلوها من جديد.
problem-other-title = لم ينجح ذلك
problem-other = ارجعوا وحاولوا من جديد.
problem-ours-title = نعتذر، حدث خطأ
problem-ours =
    لم يكن ذلك بسببكم. انتظروا دقيقة، ثم أعيدوا تحميل هذه الصفحة. إذا كنتم قد أرسلتم شيئًا، فسيرسله
    المتصفح من جديد.
