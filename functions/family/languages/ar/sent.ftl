# After sending
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

sent-title = شكرًا لكم. وصلنا نموذجكم
sent-reference = الرقم المرجعي لطلبكم هو
sent-changed =
    كان هذا النموذج قد وصلنا من قبل، لذلك لا يتضمن ما غيرتموه بعد ذلك. يمكنكم إضافته أدناه.

## Keeping a copy. It comes first, so that nobody keeps one before they have thought of it.

sent-copy = إذا كان من الممكن أن ينظر أحد في هذا الجهاز، فلا تحتفظوا بنسخة من هذه الصفحة.
sent-copy-careful =
    لا تحتفظوا بنسخة من هذه الصفحة إذا كان هناك من يجب ألا يجدها. لا تطبعوها ولا تلتقطوا صورة لها. احفظوا
    الرقم المرجعي في ذاكرتكم، أو اكتبوه في مكان لن ينظر فيه أحد.

## What happens next

sent-next-title = ماذا يحدث بعد ذلك
sent-next-read = سيقرأ شخص في Family Hub ما أرسلتموه.
# $day is "Friday 4 December".
sent-next-reach =
    سيحاول التواصل معكم في موعد أقصاه { $day }، وفقط بالطرق التي قلتم إنها آمنة.
sent-next-talk = تتحدثون معًا عمّا يمكن أن يساعدكم.
sent-next-no-way =
    ليست لدينا طريقة آمنة للتواصل معكم، لذلك لن يتصل أحد ولن يكتب إليكم. يمكنكم الذهاب إلى أقرب Family Hub
    وإظهار الرقم المرجعي.
sent-next-worry-read =
    سيقرأ ما أرسلتموه قبل أي شيء آخر أشخاص عملهم هو الحفاظ على سلامة الأطفال.
sent-next-worry-reach =
    سيحاولون التواصل معكم اليوم، أو في موعد أقصاه { $day }، بالطرق التي قلتم إنها آمنة.
sent-next-worry-no-way =
    ليست لدينا طريقة آمنة للتواصل معكم. إذا استطعتم، فاتصلوا بأحد الأرقام أعلاه.
sent-notice = سنرسل إليكم رسالة واحدة عندما يصبح الطلب لدى فريق.
sent-next-elsewhere = إذا كنتم تسكنون في منطقة مجلس محلي (council) آخر، فسنحيل الطلب إليه.

## What could not be read. The list after it has the -brief words of the questions.

sent-kept =
    لم نكن متأكدين من كيفية قراءة بعض إجاباتكم. احتفظنا بها كما قدمتموها تمامًا، وسينظر فيها شخص:
sent-left-out = لأن ذلك يجب أن يبقى سرًا، لم نحتفظ بما يلي:
sent-another-answer = إجابة أخرى

## Hubs nearby

sent-hubs-title = مراكز Family Hubs القريبة منكم
sent-hubs-lead = لا يلزم أن تنتظرونا. يمكنكم الذهاب إلى أي منها وطلب المساعدة.
# The distance in miles, as the crow flies: "about 1.5 miles away".
sent-hub-away = على بعد نحو { $miles } ميل
sent-hub-away-one = على بعد نحو ميل واحد
sent-hub-away-half = على بعد نحو نصف ميل
sent-hub-near = على بعد أقل من نصف ميل
# $days is "Monday to Friday", or some of "Monday, Wednesday". The times are "09:00" and "17:00".
sent-hub-hours = { $days }، من { $from } إلى { $to }
sent-hub-days-range = من { $first } إلى { $last }
# Between the days of a list.
sent-hub-days-comma = { $before }، { $next }

## The reference and the code

sent-keep-title = احتفظوا بالرقم المرجعي والرمز
sent-keep =
    بهما معًا يمكنكم معرفة أين وصل الطلب، أو إضافة شيء، أو أن تطلبوا منا التوقف. لا يظهر فيهما اسمكم ولا ما
    أخبرتمونا به. ولا يستطيع أحد معرفة شيء عن الطلب من دون الرمز.
sent-secret = رمزكم هو
sent-keep-for = هما صالحان لمدة 90 يومًا.
sent-keep-how = إذا كان ذلك آمنًا، فاكتبوهما أو التقطوا صورة أو اطبعوا هذه الصفحة.
sent-status = معرفة أين وصل الطلب
sent-more = إضافة شيء نسيته
sent-leave = إغلاق هذه الصفحة وحذفها من هنا
sent-another = ملء نموذج آخر
sent-gone-title = لم تعد هذه الصفحة هنا
sent-gone =
    نحتفظ بهذه الصفحة 4 ساعات أو حتى خروجكم. إذا كنتم قد أرسلتم النموذج، فهو لدينا. وبالرقم المرجعي والرمز
    يمكنكم معرفة أين وصل الطلب.
