# How your request is getting on
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## Looking it up

status-title = معرفة أين وصل طلبكم
status-lead = تحتاجون إلى الرقم المرجعي والرمز اللذين أعطيناكم إياهما عند الإرسال.
status-reference-label = الرقم المرجعي
status-reference-hint = فيه 3 مجموعات، كل منها من 4 أحرف وأرقام
status-secret-label = الرمز
status-secret-hint = فيه مجموعتان (2)، كل منهما من 4 أحرف وأرقام
status-look = معرفة أين وصل
error-reference-required = أدخلوا الرقم المرجعي
error-reference-reference-not-recognised =
    تحققوا من الرقم المرجعي. فيه 3 مجموعات، كل منها من 4 أحرف وأرقام
error-secret-required = أدخلوا الرمز
error-secret-secret-not-recognised = تحققوا من الرمز. فيه مجموعتان (2)، كل منهما من 4 أحرف وأرقام
status-not-found =
    لا نجد طلبًا بهذا الرقم المرجعي وهذا الرمز. تحققوا من كليهما. هما صالحان لمدة 90 يومًا.
status-unsent =
    لم نتمكن من إضافة هذه الكلمات لأننا لم نتمكن من فتح طلبكم. نحتفظ بها هنا. ابحثوا عن الطلب من
    جديد، ثم يمكنكم إرسالها:
status-locked-title = محاولات أكثر من اللازم
status-locked =
    حرصًا على السلامة، لا يستطيع أحد البحث عن هذا الرقم المرجعي لمدة أقصاها ساعتان. لم يتغير شيء في طلبكم.
    حاولوا من جديد بعد ذلك.
status-contact = طرق أخرى للتواصل معنا

## What is found. It never says which hub has it, or who sent it.

status-found-title = أين وصل طلبكم
status-reference = الرقم المرجعي
# $day is "28 November 2026".
status-received-on = وصلنا في { $day }.
status-step-received = الطلب لدينا. وهو في طريقه إلى الأشخاص الذين يمكنهم المساعدة.
status-step-with-a-team = الطلب لدى الأشخاص الذين يمكنهم المساعدة.
status-step-withdrawn = تم إيقافه كما طلبتم.
status-next =
    لن يتواصلوا معكم إلا بالطرق التي قلتم إنها آمنة. إذا أقلقكم أن أحدًا لم يتواصل معكم، فيمكنكم الاتصال بأي
    Family Hub أو الذهاب إليه وإظهار الرقم المرجعي.
# $day is "Friday 4 December".
status-next-by =
    سيحاولون التواصل معكم في موعد أقصاه { $day }، وفقط بالطرق التي قلتم إنها آمنة.
status-next-late =
    إذا أعطيتمونا طريقة آمنة، فكان ينبغي أن يكونوا قد تواصلوا معكم حتى الآن. إذا لم يتواصلوا، فاتصلوا بأي
    Family Hub أو اذهبوا إليه وأظهروا الرقم المرجعي.
status-add = إضافة شيء نسيته
status-withdraw = الطلب منا أن نتوقف
status-other = البحث عن طلب آخر
status-leave = إغلاق هذه الصفحة وحذفها من هنا

## Adding something

note-title = إضافة شيء نسيته
note-label = ماذا تريدون أن تضيفوا؟
note-hint = لا تذكروا أسماء من عائلات أخرى. سيقرأ ذلك شخص مع ما أرسلتموه.
note-danger-hint = إذا وضعتم علامة هنا، فسيُطلب ممن لديهم طلبكم أن يقرؤوا ذلك فورًا.
note-send = إضافة
note-full = لا يمكن إضافة المزيد إلى هذا الطلب هنا. اتصلوا بـ Family Hub لإخبارهم بالمزيد.
note-not-saved = لم نتمكن من حفظ هذا الآن. لم يضع شيء. انتظروا قليلًا، ثم أرسلوه من جديد.
note-added-title = أضفنا ذلك
note-added = سيراه الأشخاص الذين لديهم طلبكم.
note-other-tab =
    لقد بحثتم عن طلب آخر في نافذة أخرى. تأكدوا من أن هذا هو الطلب المقصود، ثم أرسلوا مرة أخرى.
note-another = إضافة شيء آخر
error-text-required = اكتبوا ما تريدون إضافته
error-text-too-long = هذا أطول من اللازم. استخدموا كلمات أقل

## Asking to stop

withdraw-title = اطلبوا منا أن نتوقف
withdraw-lead =
    سيتأكد شخص منكم أولًا، بالطريقة التي قلتم إنها آمنة، حتى لا يستطيع أحد غيركم إيقاف الطلب. وحتى ذلك الحين
    لن يتغير شيء.
withdraw-no-way =
    إذا لم تعطونا طريقة آمنة، فاذهبوا إلى Family Hub أو اتصلوا به وأظهروا الرقم المرجعي.
withdraw-danger =
    إذا كان أحد يجبركم على التوقف، فاتصلوا بالرقم { $number } أو بأحد الأرقام أدناه.
withdraw-label = هل تريدون أن تقولوا لماذا؟ يمكنكم ترك هذا فارغًا.
withdraw-send = طلب التوقف
withdraw-added-title = وصلنا طلبكم بالتوقف
withdraw-added = سيتأكد شخص منكم بطريقة آمنة. وحتى ذلك الحين لن يتغير شيء.
note-back = رجوع
