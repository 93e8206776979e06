# The questions of the form
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a list: "رقم هاتفكم".
# An answer to choose has the question's name and its own. A page with several questions has -title, and
# -section where its answers stand together.

## Who asks

who-label = من يملأ هذا النموذج؟
who-brief = من يملأ النموذج
who-section = عنكم
who-self-parent = أحد الوالدين أو من يرعى الأطفال
who-self-young-person = شخص في سن الشباب، والطلب عني أنا
who-relative = أحد أقارب العائلة
who-friend = أحد أصدقاء العائلة أو جيرانها
who-helped-by = أساعد عائلة، وهي معي الآن

helper-title = عنكم، من يقدم المساعدة
helper-section = من يقدم المساعدة
helper-setting-label = أين تقدمون المساعدة؟
helper-setting-hint = مثلًا مكتبة أو كنيسة أو مسجد أو مدرسة
helper-setting-brief = مكان من يقدم المساعدة

helper-organisation-label = مع من تعملون أو تتطوعون؟
helper-organisation-brief = جهة عمل من يقدم المساعدة

helper-name-label = اسمكم
helper-name-brief = اسم من يقدم المساعدة

asked-title = ماذا تقول العائلة؟
asked-section = ما تقوله العائلة
family-asked-label = هل تريد العائلة هذه المساعدة؟
family-asked-hint =
    يمكنكم إرسال هذا النموذج مهما كانت الإجابة. هي تغيّر فقط من يقرؤه أولًا.
family-asked-brief = هل تريد العائلة هذه المساعدة
family-asked-agreed = نعم، سألناها ووافقت
family-asked-said-no = سألناها ولم توافق
family-asked-not-safe = لم نسألها لأن السؤال ليس آمنًا
family-asked-not-asked = لم نسألها بعد

asked-of-label = من سألتم؟
asked-of-hint = اتركوا هذا فارغًا إذا لم تسألوا
asked-of-brief = من سُئل
asked-of-parent = أحد الوالدين ممن لهم حق القرار عن الطفل قانونًا
asked-of-carer = شخص آخر يرعى الطفل
asked-of-young-person = الشاب أو الشابة

## A young person

young-title = قبل أن تبدأوا
young-section = عنكم
# $number is Childline's number, as a link.
young-childline =
    يمكنكم التحدث أولًا مع Childline. اتصلوا بالرقم { $number }. الاتصال مجاني ليلًا ونهارًا، ولا يظهر في
    فاتورة الهاتف.
young-who-will-know =
    سيقرأ العاملون في Family Hub ما تكتبونه. وقد يحتاجون إلى التحدث مع أشخاص آخرين عملهم هو
    المساعدة. وهم يتحدثون معكم أولًا إن استطاعوا.
young-parents =
    نحن لا نخبر والديكم إلا إذا كنتم في خطر. وإذا حدث ذلك، فسنتحدث معكم أولًا إن استطعنا.

own-age-label = كم عمركم؟
own-age-hint =
    يمكنكم الطلب لأنفسكم حتى عمر 19، أو حتى 25 إذا كانت لديكم إعاقة أو احتياجات إضافية
own-age-brief = كم عمركم
own-send-label = لديّ إعاقة، أو أحتاج إلى مساعدة إضافية في التعلم
own-send-brief = هل لديكم إعاقة أو تحتاجون إلى مساعدة إضافية في التعلم

given-name-label = الاسم الأول
given-name-brief = اسمكم الأول

family-name-label = اسم العائلة
family-name-hint = إذا كان لديكم اسم واحد فقط، فاكتبوه في إحدى الخانتين
family-name-hint-for-others = إذا كان له أو لها اسم واحد فقط، فاكتبوه في إحدى الخانتين
family-name-brief = اسم عائلتكم

name-title = ما اسمكم؟
name-title-for-others = ما اسم الأب أو الأم أو من يرعى الأطفال؟
name-section = الاسم

relationship-label = ما صلتكم بالأطفال؟
relationship-label-for-others = ما صلة الأب أو الأم أو من يرعى الأطفال بهم؟
relationship-brief = صلتكم بالأطفال

## How to get in touch

contact-title = كيف يمكننا التواصل معكم؟
contact-title-for-others = كيف يمكننا التواصل مع العائلة؟
contact-section = كيف نتواصل
contact-phone = بالهاتف
contact-email = بالبريد الإلكتروني
contact-letter = برسالة بريدية
contact-none = أو لا شيء من ذلك

phone-label = رقم الهاتف
phone-hint = رقم آمن لكم
phone-hint-for-others = رقم آمن للعائلة
phone-brief = رقم هاتفكم

email-label = عنوان البريد الإلكتروني
email-hint = عنوان لا يقرؤه أحد غيركم
email-hint-for-others = عنوان لا يقرؤه أحد غيرهم
email-brief = عنوان بريدكم الإلكتروني

safe-to-label = الطرق الآمنة
safe-to-hint = اختاروا فقط الطرق التي لن يراها أو يسمعها أحد غيركم. لن نستخدم أي طريقة أخرى.
safe-to-hint-for-others =
    اختاروا فقط الطرق التي لن يراها أو يسمعها أحد غيرهم. إذا كنتم لا تعرفون، فاسألوا العائلة أولًا.
safe-to-brief = الطرق الآمنة لكم
safe-to-phone = ما الآمن على هذا الرقم؟
safe-to-email = هل مراسلتكم بالبريد الإلكتروني آمنة؟
safe-to-email-for-others = هل مراسلتهم بالبريد الإلكتروني آمنة؟
safe-to-letter = هل إرسال رسالة بريدية إليكم آمن؟
safe-to-letter-for-others = هل إرسال رسالة بريدية إليهم آمن؟
safe-call = يمكنكم الاتصال بي
safe-call-for-others = يمكنكم الاتصال بهم
safe-text = يمكنكم إرسال رسالة نصية إليّ
safe-text-for-others = يمكنكم إرسال رسالة نصية إليهم
safe-voicemail = يمكنكم ترك رسالة صوتية لي
safe-email = يمكنكم مراسلتي بالبريد الإلكتروني
safe-email-for-others = يمكنكم مراسلتهم بالبريد الإلكتروني
safe-letter = يمكنكم إرسال رسالة بريدية إلى عنواني
safe-letter-for-others = يمكنكم إرسال رسالة بريدية إلى عنوانهم

no-contact-label = سأحضر بنفسي. لا تتواصلوا معي
no-contact-label-for-others = سيحضرون بأنفسهم. لا تتواصلوا معهم
no-contact-brief = أنكم ستحضرون

safety-title = التواصل بأمان
safety-section = التواصل بأمان
best-times-label = ما الوقت المناسب؟
best-times-hint = مثلًا صباح أيام الثلاثاء
best-times-brief = الوقت المناسب

must-not-know-label = هل هناك من يجب ألا يعرف؟
must-not-know-hint =
    أخبرونا من هو، وما الذي يجب أن ننتبه إليه. اتركوا هذا فارغًا إذا لم يكن هناك أحد.
must-not-know-brief = من يجب ألا يعرف

## Where they live

where-label = أين تسكنون؟
where-label-for-others = أين تسكن العائلة؟
where-hint = يساعدنا ذلك على إيجاد المركز القريب منكم
where-hint-for-others = يساعدنا ذلك على إيجاد المركز القريب منهم
where-brief = أين تسكنون
where-section = أين تسكنون
where-section-for-others = أين تسكن العائلة
where-address = يمكنني أن أعطي رمزًا بريديًا
where-address-for-others = يمكنني أن أعطي رمزهم البريدي
where-no-fixed-address = ليس لديّ عنوان ثابت
where-no-fixed-address-for-others = ليس لديهم عنوان ثابت
where-no-fixed-address-hint = مثلًا إذا كنتم تقيمون عند أصدقاء أو في نُزُل
where-no-fixed-address-hint-for-others = مثلًا إذا كانوا يقيمون عند أصدقاء أو في نُزُل
where-concealed = لا أستطيع أن أقول أين أنا
where-concealed-for-others = لا أستطيع أن أقول أين هم
where-concealed-hint = نسأل فقط عن مجلسكم المحلي (council). ولا نحتفظ بعنوانكم أبدًا.
where-concealed-hint-for-others = نسأل فقط عن مجلسهم المحلي (council). ولا نحتفظ بعنوانهم أبدًا.

address-title = ما عنوانكم؟
address-title-for-others = ما عنوان العائلة؟
address-section = عنوانكم
address-section-for-others = عنوان العائلة
address-line-1-label = السطر 1 من العنوان
address-line-1-hint = يمكنكم ترك كل هذا فارغًا
address-line-1-brief = عنوانكم

address-line-2-label = السطر 2 من العنوان
address-line-2-brief = عنوانكم

town-label = البلدة أو المدينة
town-brief = بلدتكم أو مدينتكم

postcode-label = الرمز البريدي
postcode-hint = يكفي الجزء الأول إذا كنتم لا تعرفونه كاملًا
postcode-brief = رمزكم البريدي
postcode-keep = نعم، هذا رمزي البريدي
postcode-keep-for-others = نعم، هذا رمزهم البريدي

council-label = في منطقة أي مجلس محلي (council) أنتم؟
council-label-for-others = في منطقة أي مجلس محلي (council) هم؟
council-hint = يمكنكم ترك هذا فارغًا إذا كنتم لا تعرفون
council-brief = مجلسكم المحلي (council)
council-section = مجلسكم المحلي (council)
council-section-for-others = مجلس العائلة المحلي (council)

parents-disagree-label = الوالدان غير متفقين على مكان سكن الطفل
parents-disagree-brief = هل يتفق الوالدان على مكان سكن الطفل

## Language and access

language-title = اللغة وتسهيل الوصول
language-section = اللغة وتسهيل الوصول
language-label = بأي لغة نتحدث معكم؟
language-label-for-others = بأي لغة نتحدث معهم؟
language-brief = اللغة التي نتحدث بها معكم

interpreter-label = أريد مترجمًا
interpreter-label-for-others = يريدون مترجمًا
interpreter-brief = هل تريدون مترجمًا

access-label = هل يجعل أي من هذه الأمور أسهل لكم؟
access-label-for-others = هل يجعل أي من هذه الأمور أسهل لهم؟
access-brief = ما يجعل الأمور أسهل لكم

access-note-label = هل هناك شيء آخر يجعل الأمور أسهل؟
access-note-brief = ما يجعل الأمور أسهل لكم

## Children

children-title = أطفالكم
children-title-for-others = الأطفال
children-section = أطفالكم
children-section-for-others = الأطفال
children-lead = أخبرونا عن كل طفل، أو عن الطفل الذي تنتظرونه.
children-lead-for-others = أخبرونا عن كل طفل، أو عن الطفل الذي تنتظره العائلة.
children-add-first = إضافة طفل
children-add = إضافة طفل آخر
# Beside a child's name, on a button and a link.
remove = إزالة
# $number counts the children from 1.
child-title = الطفل { $number }

# $error is the error, which is about the child of this number.
child-error = الطفل { $number }: { $error }

child-given-name-label = الاسم الأول
child-given-name-brief = اسم طفل

child-family-name-label = اسم العائلة
child-family-name-brief = اسم عائلة طفل

child-birth-label = متى وُلد هذا الطفل؟
child-birth-hint = أخبرونا بقدر ما تعرفون
child-birth-brief = متى وُلد طفل
child-birth-born = أعرف تاريخ الميلاد
child-birth-about = أعرف عمر الطفل تقريبًا
child-birth-due = لم يولد الطفل بعد
child-birth-not-sure = لا أعرف بالتأكيد

child-date-label = تاريخ الميلاد
child-date-hint = مثلًا 27 3 2021. يمكن كتابة الشهر بالكلمات. وتكفي السنة وحدها.
child-day-label = اليوم
child-day-brief = تاريخ ميلاد طفل
child-month-label = الشهر
child-month-brief = تاريخ ميلاد طفل
child-year-label = السنة
child-year-brief = تاريخ ميلاد طفل

child-age-label = كم العمر تقريبًا؟
child-age-hint = مثلًا 3، أو 18 شهرًا، أو سنة 2021
child-age-brief = عمر طفل

child-due-label = متى تتوقعون الولادة؟
child-due-hint = مثلًا 27 مارس 2027. يمكن أن يكون تقريبيًا.
child-due-brief = التاريخ المتوقع لولادة طفلكم

# $date is what was typed.
child-born-told = تاريخ الميلاد: { $date }
child-about-told = تقريبًا { $date }
child-due-told = الولادة متوقعة: { $date }

children-not-known-label = أفضل ألا أقول شيئًا عن الأطفال
children-not-known-brief = أنكم تفضلون ألا تقولوا شيئًا عن الأطفال

## What would help

help-title = ما الذي يمكن أن يساعدكم؟
help-title-for-others = ما الذي يمكن أن يساعد العائلة؟
help-section = ما الذي يمكن أن يساعدكم
needs-label = فيمَ تريدون المساعدة؟
needs-label-for-others = فيمَ يريدون المساعدة؟
needs-hint = اختاروا ما تريدون منها. إذا لم تكونوا متأكدين فلا بأس: اختاروا «لا أعرف بالتأكيد».
needs-brief = ما تريدون المساعدة فيه

words-title = بكلماتكم
words-section = بكلماتكم
what-is-happening-label = ماذا يحدث؟
what-is-happening-hint = بأي لغة. يمكنكم ترك هذا فارغًا.
what-is-happening-brief = ما يحدث

what-would-help-label = ما أكثر شيء يمكن أن يساعدكم؟
what-would-help-brief = أكثر شيء يمكن أن يساعدكم

already-tried-label = ماذا جربتم؟
already-tried-label-for-others = ماذا جربوا؟
already-tried-brief = ما جربتموه

who-else-helps-label = من يساعدكم الآن؟
who-else-helps-label-for-others = من يساعدهم الآن؟
who-else-helps-hint = مثلًا العائلة أو المدرسة أو الطبيب أو health visitor
who-else-helps-brief = من يساعدكم الآن

wait-section = متى
can-wait-label = هل يمكن أن ينتظر هذا بضعة أيام؟
can-wait-brief = هل يمكن أن ينتظر بضعة أيام
can-wait-yes = نعم، يمكن أن ينتظر
can-wait-not-sure = لا أعرف بالتأكيد
can-wait-no = لا، نحتاج إلى المساعدة اليوم
can-wait-no-for-others = لا، يحتاجون إلى المساعدة اليوم

someone-may-be-hurt-label = هل يتعرض أحد للأذى، أو قد يتعرض له؟
someone-may-be-hurt-hint =
    إذا وضعتم علامة هنا، فسيقرأ ذلك أولًا أشخاص عملهم هو الحفاظ على سلامة الأطفال. وسنعرض لكم أرقام هواتف
    فورًا.
someone-may-be-hurt-brief = هل يتعرض أحد للأذى
someone-may-be-hurt-yes = نعم، يقلقني أن أحدًا يتعرض للأذى أو قد يتعرض له

## Agreeing

agree-title = مشاركة ما أخبرتمونا به
agree-section = مشاركة ما أخبرتمونا به
agree-share =
    نشارك ما أخبرتمونا به مع فريق Family Hub القريب منكم. وهو يستخدمه لمساعدتكم ومساعدة عائلتكم.
agree-law = يحافظ المجلس المحلي (council) على سريته، ولا يحتفظ به إلا طالما كان ذلك لازمًا.
agree-change =
    يمكنكم تغيير رأيكم لاحقًا. أخبروا المركز، أو اطلبوا ذلك في صفحة معرفة أين وصل الطلب.
agree-more = متى قد نشارك المزيد
agree-safety =
    إذا كان من الممكن أن يتعرض أحد لأذى شديد، فعلينا أن نخبر الأشخاص الذين عملهم هو الحفاظ على سلامة
    الأطفال. وسنخبركم أولًا إن استطعنا.
agree-label = هل توافقون؟
agree-hint = يمكنكم إرسال النموذج مهما كانت إجابتكم
agree-brief = هل توافقون
agree-yes = نعم، أوافق
agree-not-yet = ليس بعد
agree-reason-label = هل هناك شيء تريدون معرفته أولًا؟
agree-reason-hint = يمكنكم ترك هذا فارغًا
agree-reason-brief = ما تريدون معرفته أولًا

choose-or-leave-empty = اختاروا، أو اتركوه فارغًا

## Needs

need-parenting = تربية الأطفال وسلوكهم
need-pregnancy-and-birth = الحمل والولادة أو تسجيل مولود
need-health-visiting = فحوص صحية لرضيع أو طفل
need-infant-feeding = تغذية الرضيع
need-infant-feeding-for-others = تغذية رضيعهم
need-perinatal-mental-health = الحزن أو القلق قبل الولادة أو بعدها
need-play-and-early-learning = اللعب والتعلم في البيت
need-childcare = رعاية الأطفال وتكاليفها
need-speech-and-language = تعلم الكلام
need-send = طفل يحتاج إلى مساعدة أكثر في التعلم أو لديه إعاقة
need-child-mental-health = كيف يشعر الطفل
need-parent-mental-health = كيف تشعرون أنتم
need-parent-mental-health-for-others = كيف يشعر الأب أو الأم أو من يرعى الأطفال
need-healthy-living = الطعام والوزن والأسنان والنوم والتدخين
need-substance-use = الكحول أو المخدرات
need-parental-conflict = خلافات بين الوالدين
need-separation = الانفصال، أو تربية طفل مع الانفصال
need-domestic-abuse = شخص يخيفكم أو يؤذيكم أو يتحكم بكم
need-domestic-abuse-for-others = شخص يخيفهم أو يؤذيهم أو يتحكم بهم
need-housing = السكن أو المكان الذي تسكنون فيه
need-housing-for-others = السكن أو المكان الذي يسكنون فيه
need-money-and-benefits = المال والديون والطعام والإعانات
need-work-and-skills = العمل والتدريب
need-school-attendance = المدرسة والذهاب إليها
need-youth-support = أنشطة للشباب، أو شخص للتحدث معه
need-exploitation-and-offending = مشكلات مع الشرطة، أو استغلال من آخرين
need-caring = طفل يرعى شخصًا آخر، أو تربية طفل من الأقارب
need-caring-for-others = طفل يرعى شخصًا آخر، أو تربية طفل من أقاربهم
need-loss-and-isolation = فقدان شخص، أو الوحدة، أو أنكم جدد هنا
need-not-sure = لا أعرف بالتأكيد

## Relationships

relationship-mother = الأم
relationship-father = الأب
relationship-parent = أحد الوالدين
relationship-expectant-parent = أنتظر مولودًا
relationship-step-parent = زوج الأم أو زوجة الأب
relationship-parents-partner = شريك أو شريكة أحد الوالدين
relationship-grandparent = الجدة أو الجد
relationship-aunt-or-uncle = العمة أو الخالة أو العم أو الخال
relationship-sibling = أخ أو أخت
relationship-other-relative = شخص آخر من العائلة
relationship-foster-carer = من عائلة حاضنة
relationship-guardian = الوصي
relationship-special-guardian = Special guardian، أو من يرعى طفلًا من العائلة
relationship-carer = من يرعى الأطفال
relationship-young-person = الشاب أو الشابة نفسه
relationship-other = شخص آخر
relationship-not-known = غير معروف

## Ways to reach somebody

way-call = مكالمة هاتفية
way-text = رسالة نصية
way-email = بريد إلكتروني
way-letter = رسالة بريدية
way-voicemail = رسالة صوتية

## Things that would make it easier

access-step-free = مدخل من دون درج
access-hearing-support = مساعدة في السمع
access-sight-support = مساعدة في الرؤية أو قراءة المطبوع
access-easy-read = نصوص سهلة القراءة
access-quiet-space = مكان هادئ
access-home-visit = زيارة في البيت
access-other = شيء آخر
