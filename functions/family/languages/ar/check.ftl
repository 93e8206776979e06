# Check your answers, and send
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

check-title = راجعوا إجاباتكم
check-not-answered = لا توجد إجابة
check-more-title = يمكنكم إخبارنا بالمزيد
check-more = ليس ذلك لازمًا. سيسألكم شخص عنه عندما يتواصل معكم.
check-done = تم
check-agree-title = الإرسال
check-agree =
    عندما ترسلون هذا، فأنتم توافقون على أن نشاركه مع فريق Family Hub القريب منكم حتى يتمكن من المساعدة.
check-not-yet =
    قلتم إنكم لا توافقون بعد. ما زال بإمكانكم إرسال هذا. سيقرؤه شخص ويتحدث معكم قبل أن يحدث أي شيء آخر.
check-for-others = أنتم تطلبون المساعدة لعائلة أخرى. سيقرأ ذلك شخص وينظر فيما قالته لكم العائلة.
check-share =
    إذا كان من الممكن أن يتعرض أحد لأذى شديد، فإننا نخبر أيضًا الأشخاص الذين عملهم هو الحفاظ على سلامة
    الأطفال.
check-worry =
    قلتم إن هناك من يتعرض للأذى أو قد يتعرض له. سيقرأ ذلك قبل أي شيء آخر أشخاص عملهم هو الحفاظ على سلامة
    الأطفال.
# The name of a field that nobody sees; only a machine fills it in.
check-leave-empty = اتركوا هذا فارغًا
check-send = إرسال

## One message, once a team has it. It is shown only with a number or an address that is safe.

check-notice-label = هل نرسل إليكم رسالة واحدة عندما يصل نموذجكم إلى الفريق المناسب؟
check-notice-hint =
    تقول الرسالة إن ما أرسلتموه صار لدى فريق، وتذكر الرقم المرجعي. لا تقول من نحن ولا عمّا يدور الأمر.
    اختاروا رسالة فقط إذا كان لا أحد غيركم يقرأ رسائلكم.
    الرسالة بالإنجليزية.
check-notice-none = من دون رسالة
# $number is "07700 900 982".
check-notice-text = رسالة نصية إلى { $number }
# $address is "name@example.com".
check-notice-email = بريد إلكتروني إلى { $address }
