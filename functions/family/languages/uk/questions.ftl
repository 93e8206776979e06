# The questions of the form
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a list: "ваш номер
# телефону". An answer to choose has the question's name and its own. A page with several questions has
# -title, and -section where its answers stand together.

## Who asks

who-label = Хто заповнює цю форму?
who-brief = хто заповнює форму
who-section = Про вас
who-self-parent = Я — мати, батько або опікун
who-self-young-person = Я молода людина і пишу про себе
who-relative = Я з родичів родини
who-friend = Я з друзів або сусідів родини
who-helped-by = Я допомагаю родині, і вона зараз поруч зі мною

helper-title = Про вас, хто допомагає
helper-section = Хто допомагає
helper-setting-label = Де ви допомагаєте?
helper-setting-hint = Наприклад, у бібліотеці, церкві або школі
helper-setting-brief = де є той, хто допомагає

helper-organisation-label = Де ви працюєте або волонтерите?
helper-organisation-brief = де працює той, хто допомагає

helper-name-label = Ваше ім’я
helper-name-brief = ім’я того, хто допомагає

asked-title = Що каже родина?
asked-section = Що каже родина
family-asked-label = Чи хоче родина цієї допомоги?
family-asked-hint =
    Ви можете надіслати цю форму за будь-якої відповіді. Від неї залежить лише те, хто прочитає форму
    першим.
family-asked-brief = чи хоче родина цієї допомоги
family-asked-agreed = Так, ми запитали, і родина погодилася
family-asked-said-no = Ми запитали, і родина відмовилася
family-asked-not-safe = Ми не запитували, бо запитувати небезпечно
family-asked-not-asked = Ми ще не запитували

asked-of-label = Кого ви запитали?
asked-of-hint = Залиште порожнім, якщо не запитували
asked-of-brief = кого запитали
asked-of-parent = Мати або батько, які за законом вирішують за дитину
asked-of-carer = Хтось інший, хто доглядає дитину
asked-of-young-person = Молода людина

## A young person

young-title = Перш ніж почати
young-section = Про вас
# $number is Childline's number, as a link.
young-childline =
    Спершу ти можеш поговорити з Childline. Подзвони { $number }. Це безкоштовно, удень і вночі, і
    дзвінка не видно в рахунку за телефон.
young-who-will-know =
    Люди з Family Hub прочитають те, що ти напишеш. Можливо, їм треба буде поговорити з іншими
    людьми, робота яких — допомагати. Якщо зможуть, спершу вони поговорять з тобою.
young-parents =
    Ми не розповідаємо твоїм батькам, якщо ти не в небезпеці. Якщо так станеться, ми, якщо зможемо,
    спершу поговоримо про це з тобою.

own-age-label = Скільки тобі років?
own-age-hint =
    Ти можеш просити за себе до 19 років або до 25, якщо маєш інвалідність чи додаткові потреби
own-age-brief = скільки вам років
own-send-label = Я маю інвалідність або потребую додаткової допомоги в навчанні
own-send-brief = чи маєте ви інвалідність або потребуєте додаткової допомоги в навчанні

given-name-label = Ім’я
given-name-brief = ваше ім’я

family-name-label = Прізвище
family-name-hint = Якщо у вас тільки одне ім’я, напишіть його в одному з полів
family-name-hint-for-others = Якщо в людини тільки одне ім’я, напишіть його в одному з полів
family-name-brief = ваше прізвище

name-title = Як вас звати?
name-title-for-others = Як звати матір, батька або опікуна?
name-section = Ім’я

relationship-label = Ким ви є для дітей?
relationship-label-for-others = Ким для дітей є мати, батько або опікун?
relationship-brief = ким ви є для дітей

## How to get in touch

contact-title = Як ми можемо з вами зв’язатися?
contact-title-for-others = Як ми можемо зв’язатися з родиною?
contact-section = Як ми зв’язуємося
contact-phone = Телефоном
contact-email = Електронною поштою
contact-letter = Листом
contact-none = Або ніяк

phone-label = Номер телефону
phone-hint = Номер, який для вас безпечний
phone-hint-for-others = Номер, який безпечний для родини
phone-brief = ваш номер телефону

email-label = Адреса електронної пошти
email-hint = Адреса, яку ніхто інший не читає
email-hint-for-others = Адреса, яку читають тільки вони
email-brief = ваша адреса електронної пошти

safe-to-label = Безпечні способи
safe-to-hint =
    Виберіть тільки ті способи, яких ніхто інший не побачить і не почує. Інших ми не використаємо.
safe-to-hint-for-others =
    Виберіть тільки ті способи, яких ніхто інший не побачить і не почує. Якщо не знаєте, спершу
    запитайте родину.
safe-to-brief = які способи для вас безпечні
safe-to-phone = Що безпечно на цьому номері?
safe-to-email = Чи безпечно писати вам на електронну пошту?
safe-to-email-for-others = Чи безпечно писати їм на електронну пошту?
safe-to-letter = Чи безпечно надсилати вам листи?
safe-to-letter-for-others = Чи безпечно надсилати їм листи?
safe-call = Мені можна дзвонити
safe-call-for-others = Їм можна дзвонити
safe-text = Мені можна надсилати SMS
safe-text-for-others = Їм можна надсилати SMS
safe-voicemail = Мені можна залишати голосові повідомлення
safe-email = Мені можна писати на електронну пошту
safe-email-for-others = Їм можна писати на електронну пошту
safe-letter = Мені можна надіслати лист на мою адресу
safe-letter-for-others = Їм можна надіслати лист на їхню адресу

no-contact-label = Я прийду особисто. Не зв’язуйтеся зі мною
no-contact-label-for-others = Вони прийдуть самі. Не зв’язуйтеся з ними
no-contact-brief = що ви прийдете самі

safety-title = Безпечний зв’язок
safety-section = Безпечний зв’язок
best-times-label = Коли вам зручно?
best-times-hint = Наприклад, у вівторок уранці
best-times-brief = коли вам зручно

must-not-know-label = Чи є хтось, хто не повинен про це дізнатися?
must-not-know-hint =
    Напишіть, хто це і з чим нам треба бути обережними. Залиште порожнім, якщо таких немає.
must-not-know-brief = хто не повинен дізнатися

## Where they live

where-label = Де ви живете?
where-label-for-others = Де живе родина?
where-hint = Це допоможе нам знайти найближчий хаб
where-hint-for-others = Це допоможе нам знайти найближчий до них хаб
where-brief = де ви живете
where-section = Де ви живете
where-section-for-others = Де живе родина
where-address = Я можу дати поштовий індекс
where-address-for-others = Я можу дати їхній поштовий індекс
where-no-fixed-address = Я не маю постійної адреси
where-no-fixed-address-for-others = Вони не мають постійної адреси
where-no-fixed-address-hint = Наприклад, ви живете в друзів або в гуртожитку
where-no-fixed-address-hint-for-others = Наприклад, вони живуть у друзів або в гуртожитку
where-concealed = Я не можу сказати, де я
where-concealed-for-others = Я не можу сказати, де вони
where-concealed-hint =
    Ми запитаємо лише про місцеву раду (council). Ми ніколи не зберігаємо вашу адресу.
where-concealed-hint-for-others =
    Ми запитаємо лише про їхню місцеву раду (council). Ми ніколи не зберігаємо їхню адресу.

address-title = Яка ваша адреса?
address-title-for-others = Яка адреса родини?
address-section = Ваша адреса
address-section-for-others = Адреса родини
address-line-1-label = Адреса, рядок 1
address-line-1-hint = Усе це можна залишити порожнім
address-line-1-brief = ваша адреса

address-line-2-label = Адреса, рядок 2
address-line-2-brief = ваша адреса

town-label = Місто або селище
town-brief = ваше місто або селище

postcode-label = Поштовий індекс
postcode-hint = Якщо не знаєте всього, досить першої частини
postcode-brief = ваш поштовий індекс
postcode-keep = Так, це мій поштовий індекс
postcode-keep-for-others = Так, це їхній поштовий індекс

council-label = На території якої місцевої ради (council) ви є?
council-label-for-others = На території якої місцевої ради (council) вони є?
council-hint = Можна залишити порожнім, якщо не знаєте
council-brief = ваша місцева рада (council)
council-section = Ваша місцева рада (council)
council-section-for-others = Місцева рада (council) родини

parents-disagree-label = Батьки не згодні, де живе дитина
parents-disagree-brief = чи згодні батьки, де живе дитина

## Language and access

language-title = Мова і зручність
language-section = Мова і зручність
language-label = Якою мовою з вами говорити?
language-label-for-others = Якою мовою з ними говорити?
language-brief = якою мовою з вами говорити

interpreter-label = Мені потрібен перекладач
interpreter-label-for-others = Їм потрібен перекладач
interpreter-brief = чи потрібен вам перекладач

access-label = Чи було б вам легше з чимось із цього?
access-label-for-others = Чи було б їм легше з чимось із цього?
access-brief = з чим вам було б легше

access-note-label = Чи є ще щось, з чим було б легше?
access-note-brief = з чим вам було б легше

## Children

children-title = Ваші діти
children-title-for-others = Діти
children-section = Ваші діти
children-section-for-others = Діти
children-lead = Розкажіть про кожну дитину, зокрема про ту, на яку ви чекаєте.
children-lead-for-others = Розкажіть про кожну дитину, зокрема про ту, на яку вони чекають.
children-add-first = Додати дитину
children-add = Додати ще одну дитину
# Beside a child's name, on a button and a link.
remove = Прибрати
# $number counts the children from 1.
child-title = Дитина { $number }

# $error is the error, which is about the child of this number.
child-error = Дитина { $number }: { $error }

child-given-name-label = Ім’я
child-given-name-brief = ім’я дитини

child-family-name-label = Прізвище
child-family-name-brief = прізвище дитини

child-birth-label = Коли народилася ця дитина?
child-birth-hint = Напишіть стільки, скільки знаєте
child-birth-brief = коли народилася дитина
child-birth-born = Я знаю дату народження
child-birth-about = Я приблизно знаю, скільки років дитині
child-birth-due = Дитина ще не народилася
child-birth-not-sure = Я точно не знаю

child-date-label = Дата народження
child-date-hint = Наприклад, 27 3 2021. Місяць можна написати словом. Досить і самого року.
child-day-label = День
child-day-brief = дата народження дитини
child-month-label = Місяць
child-month-brief = дата народження дитини
child-year-label = Рік
child-year-brief = дата народження дитини

child-age-label = Скільки приблизно років?
child-age-hint = Наприклад, 3, 18 місяців або рік 2021
child-age-brief = скільки років дитині

child-due-label = Коли ви чекаєте дитину?
child-due-hint = Наприклад, 27 березня 2027. Можна приблизно.
child-due-brief = дата, коли ви чекаєте дитину

# $date is what was typed.
child-born-told = Дата народження: { $date }
child-about-told = Приблизно { $date }
child-due-told = Очікувана дата: { $date }

children-not-known-label = Я не хочу нічого говорити про дітей
children-not-known-brief = що ви не хочете нічого говорити про дітей

## What would help

help-title = Що могло б допомогти?
help-title-for-others = Що могло б допомогти родині?
help-section = Що могло б допомогти
needs-label = З чим вам потрібна допомога?
needs-label-for-others = З чим їм потрібна допомога?
needs-hint = Виберіть, скільки хочете. Якщо не знаєте точно, нічого страшного: виберіть «Не знаю точно».
needs-brief = з чим вам потрібна допомога

words-title = Вашими словами
words-section = Вашими словами
what-is-happening-label = Що відбувається?
what-is-happening-hint = Будь-якою мовою. Можна залишити порожнім.
what-is-happening-brief = що відбувається

what-would-help-label = Що допомогло б найбільше?
what-would-help-brief = що допомогло б найбільше

already-tried-label = Що ви вже пробували?
already-tried-label-for-others = Що вони вже пробували?
already-tried-brief = що ви пробували

who-else-helps-label = Хто допомагає вам зараз?
who-else-helps-label-for-others = Хто допомагає їм зараз?
who-else-helps-hint = Наприклад, родина, школа, лікар або health visitor
who-else-helps-brief = хто допомагає вам зараз

wait-section = Як терміново
can-wait-label = Чи може це почекати кілька днів?
can-wait-brief = чи може це почекати кілька днів
can-wait-yes = Так, може почекати
can-wait-not-sure = Я точно не знаю
can-wait-no = Ні, нам потрібна допомога сьогодні
can-wait-no-for-others = Ні, їм потрібна допомога сьогодні

someone-may-be-hurt-label = Чи комусь завдають шкоди або можуть завдати?
someone-may-be-hurt-hint =
    Якщо ви це позначите, першими це прочитають люди, робота яких — дбати про безпеку дітей. Ми відразу
    покажемо номери телефонів.
someone-may-be-hurt-brief = чи комусь завдають шкоди
someone-may-be-hurt-yes = Так, мене турбує, що комусь завдають шкоди або можуть завдати

## Agreeing

agree-title = Кому ми передаємо те, що ви розповіли
agree-section = Кому ми передаємо те, що ви розповіли
agree-share =
    Ми передаємо те, що ви нам розповіли, команді найближчого Family Hub. Вона використовує це, щоб
    допомогти вам і вашій родині.
agree-law = Місцева рада (council) захищає це і зберігає тільки стільки, скільки потрібно.
agree-change =
    Ви можете передумати пізніше. Скажіть у хабі або напишіть на сторінці, де можна дізнатися про своє
    звернення.
agree-more = Коли ми можемо передати більше
agree-safety =
    Якщо комусь можуть завдати серйозної шкоди, ми мусимо повідомити людей, робота яких — дбати про
    безпеку дітей. Якщо зможемо, ми спершу скажемо вам.
agree-label = Ви згодні?
agree-hint = Ви можете надіслати форму за будь-якої відповіді
agree-brief = чи ви згодні
agree-yes = Так, згода
agree-not-yet = Ще ні
agree-reason-label = Чи хочете ви спершу про щось дізнатися?
agree-reason-hint = Можна залишити порожнім
agree-reason-brief = про що ви хочете спершу дізнатися

choose-or-leave-empty = Виберіть або залиште порожнім

## Needs

need-parenting = Виховання і поведінка дітей
need-pregnancy-and-birth = Вагітність, пологи або реєстрація народження
need-health-visiting = Перевірка здоров’я немовляти або дитини
need-infant-feeding = Годування немовляти
need-infant-feeding-for-others = Годування їхнього немовляти
need-perinatal-mental-health = Смуток або тривога до чи після народження дитини
need-play-and-early-learning = Ігри та навчання вдома
need-childcare = Догляд за дитиною і його вартість
need-speech-and-language = Навчитися говорити
need-send = Дитина, яка потребує більше допомоги в навчанні або має інвалідність
need-child-mental-health = Як почувається дитина
need-parent-mental-health = Як почуваєтеся ви
need-parent-mental-health-for-others = Як почувається мати, батько або опікун
need-healthy-living = Їжа, вага, зуби, сон, куріння
need-substance-use = Алкоголь або наркотики
need-parental-conflict = Сварки між батьками
need-separation = Розлучення або виховання дитини окремо
need-domestic-abuse = Хтось вас лякає, кривдить або контролює
need-domestic-abuse-for-others = Хтось їх лякає, кривдить або контролює
need-housing = Житло або місце, де ви живете
need-housing-for-others = Житло або місце, де вони живуть
need-money-and-benefits = Гроші, борги, їжа, виплати
need-work-and-skills = Робота і навчання професії
need-school-attendance = Школа і відвідування школи
need-youth-support = Заняття для молоді або хтось, з ким можна поговорити
need-exploitation-and-offending = Проблеми з поліцією або коли вас використовують інші
need-caring = Дитина, яка когось доглядає, або виховання дитини родичів
need-caring-for-others = Дитина, яка когось доглядає, або виховання дитини їхніх родичів
need-loss-and-isolation = Втрата близької людини, самотність або життя на новому місці
need-not-sure = Не знаю точно

## Relationships

relationship-mother = Мати
relationship-father = Батько
relationship-parent = Мати або батько
relationship-expectant-parent = Чекаю дитину
relationship-step-parent = Вітчим або мачуха
relationship-parents-partner = Партнер або партнерка матері чи батька
relationship-grandparent = Бабуся або дідусь
relationship-aunt-or-uncle = Тітка або дядько
relationship-sibling = Брат або сестра
relationship-other-relative = Хтось інший з родини
relationship-foster-carer = Прийомна мати або прийомний батько
relationship-guardian = Опікун
relationship-special-guardian = Special guardian або опікун дитини з родини
relationship-carer = Хто доглядає
relationship-young-person = Сама молода людина
relationship-other = Хтось інший
relationship-not-known = Невідомо

## Ways to reach somebody

way-call = Дзвінок
way-text = SMS
way-email = Електронна пошта
way-letter = Лист
way-voicemail = Голосове повідомлення

## Things that would make it easier

access-step-free = Вхід без сходів
access-hearing-support = Допомога зі слухом
access-sight-support = Допомога, щоб бачити або читати друкований текст
access-easy-read = Легкий для читання текст
access-quiet-space = Тихе місце
access-home-visit = Візит додому
access-other = Щось інше
