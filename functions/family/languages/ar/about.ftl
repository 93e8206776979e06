# Pages on these pages: accessibility, privacy, cookies, contact
#
# DRAFT in Arabic, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# $name is the council's name. The council's own words (how to complain, how long) stay as it wrote them.

about-accessibility-link = إمكانية الوصول
about-privacy-link = الخصوصية
about-cookies-link = ملفات تعريف الارتباط
about-contact-link = الاتصال بنا
about-of = خاص بـ { $name }
about-email = البريد الإلكتروني
about-phone = الهاتف
about-post = البريد
about-officer = مسؤول حماية البيانات
about-complaints = إذا لم تكونوا راضين
# Where a council has not filled in its part. $phone is its front door's number.
about-not-filled = لم يخبرنا { $name } بالمزيد بعد. اتصلوا بالرقم { $phone }.

## Accessibility

about-accessibility-title = إمكانية الوصول
about-accessibility-lead =
    نريد أن يتمكن الجميع من استخدام هذه الصفحات. يمكنكم تكبيرها حتى 400%، أو استخدام لوحة المفاتيح وحدها، أو
    استخدام قارئ شاشة. وهي تعمل من دون برامج نصية.
about-accessibility-state-title = مدى إمكانية الوصول إلى هذه الصفحات
about-accessibility-state =
    تستوفي جزئيًا إرشادات Web Content Accessibility Guidelines، الإصدار 2.2، المستوى AA، للأسباب التي نذكرها
    هنا.
about-accessibility-gaps-title = ما لا يستوفيها
about-accessibility-gap-title =
    لكل الصفحات العنوان نفسه، «Information»، حتى لا يُظهر سجل جهازكم ما كنتم تبحثون عنه (2.4.2، عناوين
    الصفحات). والعنوان داخل كل صفحة يقول ما هي.
about-accessibility-gap-time =
    نحذف ما كتبتموه بعد 4 ساعات من دون استخدام (2.2.1، ضبط الوقت). نفعل ذلك حفاظًا على سلامتكم.
about-accessibility-tested-title = كيف اختبرناها
about-accessibility-tested =
    تُختبر كل صفحة بأداة axe-core وبلوحة المفاتيح كلما تغيرت الصفحات.
# $day is "28 November 2026".
about-accessibility-checked = آخر فحص أجراه { $name } كان في { $day }.
about-accessibility-tell-title = أخبرونا عن مشكلة
about-accessibility-tell = إذا كان هناك ما لا يعمل لديكم، أو كنتم تحتاجون إليه بشكل آخر، فأخبرونا:
about-accessibility-enforce =
    إذا لم ترضكم إجابتنا، فاتصلوا بخدمة Equality Advisory and Support Service على الرقم { $phone }. وتتأكد
    Equality and Human Rights Commission من الالتزام بقواعد إمكانية الوصول (2018).

## Privacy

about-privacy-title = كيف نستخدم معلوماتكم
about-privacy-lead =
    تستخدم مراكز Family Hubs التابعة لمجلسكم المحلي (council) ما ترسلونه لتحصلوا على المساعدة المناسبة. ويقرر
    المجلس كيف تُستخدم المعلومات، بحسب القانون. ويُسمى «المتحكم بالبيانات».
about-privacy-what-title = ما نسأل عنه
about-privacy-what =
    اسمكم، وكيف نتواصل معكم بأمان، وأين تسكنون، وأطفالكم، وما يمكن أن يساعدكم. فقط ما تختارون إخبارنا به.
about-privacy-why-title = لماذا يحق لنا استخدامها
about-privacy-why =
    على المجالس المحلية واجب مساعدة العائلات والحفاظ على سلامة الأطفال. ويُسمى ذلك في القانون «مهمة عامة». أما
    المعلومات عن الصحة والأمور الخاصة الأخرى فهي لازمة لأسباب تتعلق بمصلحة عامة مهمة.
about-privacy-who-title = من يراها
about-privacy-who-hub = فريق Family Hub القريب منكم.
about-privacy-who-safe =
    فريق شؤون الأطفال في المجلس، إذا كان من الممكن أن يتعرض طفل للأذى. وقد يضطر إلى مشاركتها حتى إذا كنتم لا
    تريدون ذلك.
about-privacy-who-area = مجلس محلي آخر، إذا كنتم تسكنون في منطقته.
about-privacy-who-notice =
    إذا اخترتم رسالة: GOV.UK Notify التي ترسلها. وهي ترى الرقم أو العنوان والرقم المرجعي.
about-privacy-who-not = نحن لا نبيعها. ولا يقرر أي حاسوب ما إذا كنتم ستحصلون على المساعدة.
about-privacy-how-title = كيف نحافظ عليها
about-privacy-how =
    ما تكتبونه مشفّر لدينا إلى أن ترسلوه، ويُحذف بعد 4 ساعات من دون استخدام. وما ترسلونه مشفّر أيضًا. وفي كل
    مرة ينظر فيه موظف، نسجل ذلك.
about-privacy-rights-title = حقوقكم
about-privacy-rights =
    يمكنكم أن تطلبوا رؤيتها أو تصحيحها أو حذفها أو الحد من استخدامها، أو أن ترفضوا استخدامًا ما. بعض ذلك غير
    ممكن عندما يجب الحفاظ على سلامة طفل.
about-privacy-rights-how = اسألوا مسؤول حماية البيانات في مجلسكم المحلي:
about-privacy-ico =
    يمكنكم أيضًا تقديم شكوى إلى Information Commissioner: { $phone }، ico.org.uk/make-a-complaint.
about-retention = مدة الاحتفاظ بها

## Cookies

about-cookies-title = ملفات تعريف الارتباط
about-cookies-lead =
    ملفات تعريف الارتباط (cookies) هي ملفات صغيرة على جهازكم. نستخدم فقط ما لا تعمل هذه الصفحات من دونه، لذلك
    لا نسألكم. نحن لا نتتبعكم، ولا يضع أحد غيرنا أي ملف منها.
about-cookies-form = يجد ما كتبتموه. فيه رقم عشوائي، ولا شيء عنكم.
about-cookies-status = يجد الطلب الذي بحثتم عنه. فيه رقم عشوائي.
about-cookies-language = يحفظ اللغة التي اخترتموها.
about-cookies-end-close = ينتهي عند خروجكم أو عند إغلاق المتصفح.
about-cookies-end-idle = ينتهي بعد 4 ساعات من دون استخدام، أو عند خروجكم أو عند إغلاق المتصفح.
about-cookies-exit = «الخروج من هذه الصفحة» يحذفها كلها.

## Contact

about-contact-title = الاتصال بنا
about-contact-lead =
    هل لديكم أسئلة عن هذه الصفحات؟ اسألوا مجلسكم المحلي (council). ولطلب المساعدة، استخدموا النموذج.
about-contact-door = إذا كنتم قلقين على طفل
