# Errors
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
#
# error-<question>-<code> is for one question, error-<code> for any. They never repeat what was typed.

## Any question

error-code-not-recognised = Виберіть одну з відповідей
error-conflict = Ці відповіді не узгоджуються. Перевірте їх
error-required = Дайте відповідь на це запитання
# $question is the question, such as "What is happening?"
error-too-long = Відповідь на «{ $question }» задовга. Напишіть коротше
error-empty = Напишіть щось тут або залиште порожнім

## Who asks, and how to reach them

error-who-required = Виберіть, хто заповнює цю форму
error-who-code-not-recognised = Виберіть, хто заповнює цю форму
error-family-asked-required = Виберіть, що каже родина
error-given-name-required = Введіть своє ім’я або прізвище
error-given-name-required-for-others = Введіть ім’я або прізвище матері, батька чи опікуна
error-agree-required = Виберіть «Так» або «Ще ні»
error-own-age-age-not-read = Введи свій вік, наприклад 15
error-own-age-too-old =
    Ти можеш просити за себе до 19 років або до 25, якщо маєш інвалідність чи потребуєш додаткової
    допомоги в навчанні. Якщо тобі більше, повернися і вибери іншу відповідь або подзвони до хабу
error-own-age-date-in-future = Введи свій вік, наприклад 15, або дату народження в минулому
error-safe-to-required =
    Дайте один безпечний спосіб зв’язку або зазначте, що прийдете самі
error-safe-to-required-for-others =
    Дайте один безпечний спосіб зв’язку з ними або зазначте, що вони прийдуть самі
error-safe-to-conflict =
    Ви позначили спосіб зв’язку і позначили, що зв’язуватися не можна. Зніміть одну з позначок
error-phone-phone-not-recognised =
    Введіть номер телефону, наприклад 01632 960 001 або 07700 900 982
error-phone-needed-for-safe-way =
    Ви зазначили, що вам безпечно дзвонити або надсилати SMS. Введіть номер телефону або зніміть ці
    позначки
error-phone-needed-for-safe-way-for-others =
    Ви зазначили, що їм безпечно дзвонити або надсилати SMS. Введіть їхній номер телефону або
    зніміть ці позначки
error-phone-is-it-safe =
    Чи безпечно дзвонити або надсилати SMS на цей номер? Позначте кожен безпечний спосіб або приберіть
    номер
error-phone-is-it-safe-for-others =
    Чи безпечно дзвонити їм або надсилати SMS на цей номер? Позначте кожен безпечний спосіб або
    приберіть номер
error-email-email-not-recognised = Введіть адресу електронної пошти, наприклад name@example.com
error-email-needed-for-safe-way =
    Ви зазначили, що вам безпечно писати на електронну пошту. Введіть адресу або зніміть цю позначку
error-email-needed-for-safe-way-for-others =
    Ви зазначили, що їм безпечно писати на електронну пошту. Введіть їхню адресу або зніміть цю
    позначку
error-email-is-it-safe =
    Чи безпечно писати вам на електронну пошту? Якщо так, позначте «Мені можна писати на електронну
    пошту», якщо ні, приберіть адресу
error-email-is-it-safe-for-others =
    Чи безпечно писати їм на електронну пошту? Якщо так, позначте «Їм можна писати на електронну
    пошту», якщо ні, приберіть адресу
error-safe-to-needed-for-safe-way =
    Ми не можемо надіслати лист без адреси. Зніміть позначку біля листа

## Where they live

error-where-required = Введіть поштовий індекс або виберіть іншу відповідь
error-where-required-for-others = Введіть їхній поштовий індекс або виберіть іншу відповідь
error-postcode-required = Введіть поштовий індекс або виберіть іншу відповідь
error-postcode-required-for-others = Введіть їхній поштовий індекс або виберіть іншу відповідь
error-postcode-postcode-not-found =
    Ми не можемо знайти цей поштовий індекс. Він новий? Перевірте його або залиште
error-postcode-postcode-ended =
    Цей поштовий індекс більше не використовується. Ви переїхали? Введіть теперішній або залиште цей
error-postcode-postcode-ended-for-others =
    Цей поштовий індекс більше не використовується. Вони переїхали? Введіть їхній теперішній або
    залиште цей
error-postcode-postcode-outside-england =
    Цей поштовий індекс не в Англії. Family Hubs є в Англії. Перевірте його або залиште: ми передамо
    далі те, що ви надішлете
error-postcode-postcode-of-no-home =
    За цим поштовим індексом ніхто не живе. Введіть індекс місця, де ви живете, або залиште цей
error-postcode-postcode-of-no-home-for-others =
    За цим поштовим індексом ніхто не живе. Введіть індекс місця, де вони живуть, або залиште цей
error-where-conflict =
    Якщо ви не маєте постійної адреси, залиште адресу й поштовий індекс порожніми. Якщо нам можна
    користуватися вказаною адресою, виберіть, що вона у вас є
error-where-conflict-for-others =
    Якщо вони не мають постійної адреси, залиште адресу й поштовий індекс порожніми. Якщо нам можна
    користуватися вказаною адресою, виберіть, що вона в них є
error-address-line-1-needed-for-safe-way =
    Ви зазначили, що вам безпечно надсилати листи. Введіть адресу або зніміть цю позначку
error-address-line-1-needed-for-safe-way-for-others =
    Ви зазначили, що їм безпечно надсилати листи. Введіть їхню адресу або зніміть цю позначку
error-postcode-postcode-not-recognised =
    Введіть британський поштовий індекс, наприклад SW1V 2AA, або його першу частину, наприклад SW1V
error-postcode-postcode-unclear =
    Перевірте поштовий індекс. Ми не впевнені, як його прочитати
error-council-code-not-recognised = Виберіть свою місцеву раду (council) зі списку
error-council-gss-code = Виберіть свою місцеву раду (council) зі списку
error-language-code-not-recognised = Виберіть мову зі списку
error-language-language-shape = Виберіть мову зі списку

## Children

error-children-not-known-required = Додайте дитину або позначте, що не хочете говорити
error-child-given-name-required =
    Введіть ім’я чи дату народження дитини або дату, коли чекають дитину
error-child-day-required = Введіть дату народження або виберіть іншу відповідь
error-child-age-required = Введіть, скільки приблизно років дитині, або виберіть іншу відповідь
error-child-due-required = Введіть, коли чекають дитину, або виберіть іншу відповідь
error-year-in-two-digits = Який це рік? Введіть усі 4 цифри, наприклад 2021
error-date-not-read = Введіть дату, наприклад 27 березня 2021, або рік
error-age-not-read = Введіть вік, наприклад 3 або 18 місяців, або рік, наприклад 2021
error-due-day-missing =
    Введіть також день, наприклад 27 березня 2027. Можна приблизно
error-day-missing = Введіть день, наприклад 27
error-month-missing = Введіть місяць, наприклад 3 або березень
error-year-missing = Введіть рік, 4 цифри, наприклад 2021
error-date-not-real = Введіть справжню дату
error-date-too-early = Дата народження має бути не раніше 1900 року
error-date-in-future =
    Дата народження має бути в минулому. Якщо дитина ще не народилася, виберіть цю відповідь
error-due-date-too-late =
    Дата, коли ви чекаєте дитину, має бути в найближчі 10 місяців
error-due-date-too-early =
    Ця дата була понад рік тому. Якщо дитина вже народилася, вкажіть дату народження

## What would help

error-needs-required = Виберіть, з чим потрібна допомога, або «Не знаю точно»
error-needs-required-for-others = Виберіть, з чим їм потрібна допомога, або «Не знаю точно»
