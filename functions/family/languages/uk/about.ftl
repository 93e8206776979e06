# Pages on these pages: accessibility, privacy, cookies, contact
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# $name is the council's name. The council's own words (how to complain, how long) stay as it wrote them.

about-accessibility-link = Доступність
about-privacy-link = Конфіденційність
about-cookies-link = Файли cookie
about-contact-link = Контакти
about-of = Стосується: { $name }
about-email = Електронна пошта
about-phone = Телефон
about-post = Пошта
about-officer = Відповідальний за захист даних
about-complaints = Якщо ви незадоволені
# Where a council has not filled in its part. $phone is its front door's number.
about-not-filled = { $name }: тут ще немає більше відомостей. Подзвоніть { $phone }.

## Accessibility

about-accessibility-title = Доступність
about-accessibility-lead =
    Ми хочемо, щоб цими сторінками могли користуватися всі. Ви можете збільшити їх до 400%, користуватися
    тільки клавіатурою або програмою читання з екрана. Вони працюють без скриптів.
about-accessibility-state-title = Наскільки доступні ці сторінки
about-accessibility-state =
    Вони частково відповідають настановам Web Content Accessibility Guidelines, версія 2.2, рівень AA.
    Причини наведено тут.
about-accessibility-gaps-title = Що їм не відповідає
about-accessibility-gap-title =
    Усі сторінки мають однакову назву, «Information», щоб історія вашого пристрою не показувала, що ви
    шукали (2.4.2, назви сторінок). Про що сторінка, каже її заголовок.
about-accessibility-gap-time =
    Ми видаляємо те, що ви ввели, якщо 4 години нічого не робити (2.2.1, обмеження часу). Ми робимо це
    заради вашої безпеки.
about-accessibility-tested-title = Як ми їх перевіряємо
about-accessibility-tested =
    Щоразу, коли сторінки змінюються, кожну з них перевіряють інструментом axe-core і клавіатурою.
# $day is "28 November 2026".
about-accessibility-checked = { $name }: остання перевірка { $day }.
about-accessibility-tell-title = Розкажіть нам про проблему
about-accessibility-tell =
    Якщо щось у вас не працює або потрібне вам в іншому вигляді, скажіть нам:
about-accessibility-enforce =
    Якщо наша відповідь вас не влаштовує, подзвоніть до Equality Advisory and Support Service: { $phone }.
    За дотриманням правил доступності (2018 року) стежить Equality and Human Rights Commission.

## Privacy

about-privacy-title = Як ми використовуємо ваші дані
about-privacy-lead =
    Family Hubs вашої місцевої ради (council) використовують те, що ви надсилаєте, щоб ви отримали
    потрібну допомогу. Як це використовується, за законом вирішує рада. Її називають контролером даних.
about-privacy-what-title = Що ми запитуємо
about-privacy-what =
    Ваше ім’я, як безпечно з вами зв’язатися, де ви живете, про ваших дітей і що могло б допомогти.
    Тільки те, що ви самі вирішите нам розповісти.
about-privacy-why-title = Чому ми маємо право це використовувати
about-privacy-why =
    Ради зобов’язані допомагати родинам і дбати про безпеку дітей. У законі це називається «суспільне
    завдання». Дані про здоров’я та інші приватні справи потрібні заради важливого суспільного інтересу.
about-privacy-who-title = Хто це бачить
about-privacy-who-hub = Команда найближчого Family Hub.
about-privacy-who-safe =
    Дитяча служба ради, якщо дитині можуть завдавати шкоди. Можливо, вона муситиме передати це далі,
    навіть якщо ви цього не хочете.
about-privacy-who-area = Інша рада, якщо ви живете на її території.
about-privacy-who-notice =
    Якщо ви виберете повідомлення: GOV.UK Notify, яке його надсилає. Воно бачить номер або адресу та номер звернення.
about-privacy-who-not = Ми це не продаємо. Жоден комп’ютер не вирішує, чи отримаєте ви допомогу.
about-privacy-how-title = Як ми це захищаємо
about-privacy-how =
    Те, що ви вводите, зберігається в нас зашифрованим, доки ви його не надішлете, і видаляється, якщо 4
    години нічого не робити. Надіслане теж зашифроване. Щоразу, коли працівник його переглядає, ми це
    записуємо.
about-privacy-rights-title = Ваші права
about-privacy-rights =
    Ви можете попросити показати це, виправити, видалити, використовувати менше або заперечити проти
    використання. Дещо з цього неможливо, коли треба захистити дитину.
about-privacy-rights-how = Зверніться до відповідального за захист даних у вашій раді:
about-privacy-ico =
    Ви також можете поскаржитися до Information Commissioner: { $phone }, ico.org.uk/make-a-complaint.
about-retention = Як довго це зберігається

## Cookies

about-cookies-title = Файли cookie
about-cookies-lead =
    Файли cookie — це маленькі файли на вашому пристрої. Ми використовуємо тільки ті, без яких ці
    сторінки не можуть працювати, тому не питаємо дозволу. Ми не стежимо за вами, і ніхто інший тут
    файлів не зберігає.
about-cookies-form = Знаходить те, що ви ввели. Містить випадкове число і нічого про вас.
about-cookies-status = Знаходить звернення, яке ви переглянули. Містить випадкове число.
about-cookies-language = Зберігає мову, яку ви вибрали.
about-cookies-end-close = Зникає, коли ви виходите або закриваєте браузер.
about-cookies-end-idle =
    Зникає, якщо 4 години нічого не робити, або коли ви виходите чи закриваєте браузер.
about-cookies-exit = «Залишити цю сторінку» видаляє їх усі.

## Contact

about-contact-title = Зв’яжіться з нами
about-contact-lead =
    Маєте запитання про ці сторінки? Зверніться до своєї місцевої ради (council). Щоб попросити допомоги,
    скористайтеся формою.
about-contact-door = Якщо ви турбуєтеся про дитину
