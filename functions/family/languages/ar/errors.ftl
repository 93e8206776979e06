# Errors
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
#
# error-<question>-<code> is for one question, error-<code> for any. They never repeat what was typed.

## Any question

error-code-not-recognised = اختاروا إحدى الإجابات
error-conflict = هذه الإجابات لا تتفق مع بعضها. راجعوها
error-required = أجيبوا عن هذا السؤال
# $question is the question, such as "What is happening?"
error-too-long = إجابتكم عن «{ $question }» أطول من اللازم. استخدموا كلمات أقل
error-empty = اكتبوا شيئًا هنا، أو اتركوه فارغًا

## Who asks, and how to reach them

error-who-required = اختاروا من يملأ هذا النموذج
error-who-code-not-recognised = اختاروا من يملأ هذا النموذج
error-family-asked-required = اختاروا ما تقوله العائلة
error-given-name-required = أدخلوا الاسم الأول أو اسم العائلة
error-given-name-required-for-others = أدخلوا اسم الأب أو الأم أو من يرعى الأطفال
error-agree-required = اختاروا «نعم» أو «ليس بعد»
error-own-age-age-not-read = أدخلوا عمركم، مثلًا 15
error-own-age-too-old =
    يمكنكم الطلب لأنفسكم حتى عمر 19، أو حتى 25 إذا كانت لديكم إعاقة أو كنتم بحاجة إلى مساعدة إضافية في
    التعلم. إذا كان عمركم أكبر، فارجعوا واختاروا إجابة أخرى، أو اتصلوا بالمركز
error-own-age-date-in-future = أدخلوا عمركم، مثلًا 15، أو تاريخ ميلاد في الماضي
error-safe-to-required = أعطونا طريقة آمنة واحدة للتواصل، أو ضعوا علامة على أنكم ستحضرون
error-safe-to-required-for-others =
    أعطونا طريقة آمنة واحدة للتواصل معهم، أو ضعوا علامة على أنهم سيحضرون
error-safe-to-conflict =
    وضعتم علامة على طريقة للتواصل، ووضعتم علامة على ألا نتواصل معكم. أزيلوا إحدى العلامتين
error-phone-phone-not-recognised = أدخلوا رقم هاتف، مثلًا 01632 960 001 أو 07700 900 982
error-phone-needed-for-safe-way =
    قلتم إن الاتصال بكم أو إرسال رسالة نصية إليكم آمن. أدخلوا رقم هاتفكم، أو أزيلوا تلك العلامات
error-phone-needed-for-safe-way-for-others =
    قلتم إن الاتصال بهم أو إرسال رسالة نصية إليهم آمن. أدخلوا رقم هاتفهم، أو أزيلوا تلك العلامات
error-phone-is-it-safe =
    هل الاتصال بكم أو إرسال رسالة نصية إليكم على هذا الرقم آمن؟ ضعوا علامة على كل طريقة آمنة، أو احذفوا
    الرقم
error-phone-is-it-safe-for-others =
    هل الاتصال بهم أو إرسال رسالة نصية إليهم على هذا الرقم آمن؟ ضعوا علامة على كل طريقة آمنة، أو
    احذفوا الرقم
error-email-email-not-recognised = أدخلوا عنوان بريد إلكتروني، مثلًا name@example.com
error-email-needed-for-safe-way =
    قلتم إن مراسلتكم بالبريد الإلكتروني آمنة. أدخلوا عنوان بريدكم الإلكتروني، أو أزيلوا تلك العلامة
error-email-needed-for-safe-way-for-others =
    قلتم إن مراسلتهم بالبريد الإلكتروني آمنة. أدخلوا عنوان بريدهم الإلكتروني، أو أزيلوا تلك العلامة
error-email-is-it-safe =
    هل مراسلتكم بالبريد الإلكتروني آمنة؟ إذا كانت كذلك فضعوا علامة على «يمكنكم مراسلتي بالبريد
    الإلكتروني»، وإلا فاحذفوا العنوان
error-email-is-it-safe-for-others =
    هل مراسلتهم بالبريد الإلكتروني آمنة؟ إذا كانت كذلك فضعوا علامة على «يمكنكم مراسلتهم بالبريد
    الإلكتروني»، وإلا فاحذفوا العنوان
error-safe-to-needed-for-safe-way = لا يمكننا إرسال رسالة بريدية من دون عنوان. أزيلوا العلامة عند الرسالة البريدية

## Where they live

error-where-required = أدخلوا الرمز البريدي، أو اختاروا إجابة أخرى
error-where-required-for-others = أدخلوا رمزهم البريدي، أو اختاروا إجابة أخرى
error-postcode-required = أدخلوا الرمز البريدي، أو اختاروا إجابة أخرى
error-postcode-required-for-others = أدخلوا رمزهم البريدي، أو اختاروا إجابة أخرى
error-postcode-postcode-not-found = لا نجد هذا الرمز البريدي. هل هو جديد؟ تحققوا منه، أو احتفظوا به
error-postcode-postcode-ended =
    لم يعد هذا الرمز البريدي مستخدمًا. هل انتقلتم؟ أدخلوا الرمز الحالي، أو احتفظوا به
error-postcode-postcode-ended-for-others =
    لم يعد هذا الرمز البريدي مستخدمًا. هل انتقلوا؟ أدخلوا رمزهم الحالي، أو احتفظوا به
error-postcode-postcode-outside-england =
    هذا الرمز البريدي ليس في إنجلترا. مراكز Family Hubs في إنجلترا. تحققوا منه، أو احتفظوا به: سنحيل ما
    ترسلونه
error-postcode-postcode-of-no-home =
    هذا الرمز البريدي ليس لمسكن. أدخلوا الرمز البريدي لمكان سكنكم، أو احتفظوا به
error-postcode-postcode-of-no-home-for-others =
    هذا الرمز البريدي ليس لمسكن. أدخلوا الرمز البريدي لمكان سكنهم، أو احتفظوا به
error-where-conflict =
    إذا لم يكن لديكم عنوان ثابت، فاتركوا العنوان والرمز البريدي فارغين. وإذا كان يمكننا استخدام العنوان الذي
    أعطيتموه، فاختاروا أن لديكم عنوانًا
error-where-conflict-for-others =
    إذا لم يكن لديهم عنوان ثابت، فاتركوا العنوان والرمز البريدي فارغين. وإذا كان يمكننا استخدام
    العنوان الذي أعطيتموه، فاختاروا أن لديهم عنوانًا
error-address-line-1-needed-for-safe-way =
    قلتم إن إرسال رسالة بريدية إليكم آمن. أدخلوا عنوانكم، أو أزيلوا تلك العلامة
error-address-line-1-needed-for-safe-way-for-others =
    قلتم إن إرسال رسالة بريدية إليهم آمن. أدخلوا عنوانهم، أو أزيلوا تلك العلامة
error-postcode-postcode-not-recognised =
    أدخلوا رمزًا بريديًا بريطانيًا، مثلًا SW1V 2AA، أو جزأه الأول، مثلًا SW1V
error-postcode-postcode-unclear = تحققوا من الرمز البريدي. لسنا متأكدين من كيفية قراءته
error-council-code-not-recognised = اختاروا مجلسكم المحلي (council) من القائمة
error-council-gss-code = اختاروا مجلسكم المحلي (council) من القائمة
error-language-code-not-recognised = اختاروا لغة من القائمة
error-language-language-shape = اختاروا لغة من القائمة

## Children

error-children-not-known-required = أضيفوا طفلًا، أو ضعوا علامة على أنكم تفضلون عدم القول
error-child-given-name-required = أدخلوا اسم طفل أو تاريخ ميلاده، أو التاريخ المتوقع لولادة الطفل
error-child-day-required = أدخلوا تاريخ الميلاد، أو اختاروا إجابة أخرى
error-child-age-required = أدخلوا عمر الطفل تقريبًا، أو اختاروا إجابة أخرى
error-child-due-required = أدخلوا التاريخ المتوقع للولادة، أو اختاروا إجابة أخرى
error-year-in-two-digits = أي سنة هذه؟ أدخلوا الأرقام الأربعة (4) كلها، مثلًا 2021
error-date-not-read = أدخلوا تاريخًا، مثلًا 27 مارس 2021، أو سنة
error-age-not-read = أدخلوا عمرًا، مثلًا 3 أو 18 شهرًا، أو سنة، مثلًا 2021
error-due-day-missing = أدخلوا اليوم أيضًا، مثلًا 27 مارس 2027. يمكن أن يكون تقريبيًا
error-day-missing = أدخلوا يومًا، مثلًا 27
error-month-missing = أدخلوا شهرًا، مثلًا 3 أو مارس
error-year-missing = أدخلوا سنة من 4 أرقام، مثلًا 2021
error-date-not-real = أدخلوا تاريخًا صحيحًا
error-date-too-early = يجب أن يكون تاريخ الميلاد في عام 1900 أو بعده
error-date-in-future =
    يجب أن يكون تاريخ الميلاد في الماضي. إذا لم يولد طفلكم بعد، فاختاروا تلك الإجابة
error-due-date-too-late = يجب أن يكون التاريخ المتوقع للولادة خلال الأشهر العشرة (10) القادمة
error-due-date-too-early =
    مضى على التاريخ المتوقع للولادة أكثر من سنة. إذا وُلد طفلكم، فأعطونا تاريخ ميلاده

## What would help

error-needs-required = اختاروا ما تريدون المساعدة فيه، أو «لا أعرف بالتأكيد»
error-needs-required-for-others = اختاروا ما يريدون المساعدة فيه، أو «لا أعرف بالتأكيد»
