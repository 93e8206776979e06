# How your request is getting on
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## Looking it up

status-title = Дізнайтеся, що відбувається з вашим зверненням
status-lead = Вам потрібні номер звернення і код, які ми дали вам, коли ви його надіслали.
status-reference-label = Номер вашого звернення
status-reference-hint = У ньому 3 групи по 4 літери й цифри
status-secret-label = Ваш код
status-secret-hint = У ньому 2 групи по 4 літери й цифри
status-look = Дізнатися, що відбувається
error-reference-required = Введіть номер звернення
error-reference-reference-not-recognised =
    Перевірте номер звернення. У ньому 3 групи по 4 літери й цифри
error-secret-required = Введіть код
error-secret-secret-not-recognised = Перевірте код. У ньому 2 групи по 4 літери й цифри
status-not-found =
    Ми не можемо знайти звернення з таким номером і кодом. Перевірте їх обидва. Вони діють 90 днів.
status-unsent =
    Ми не змогли додати ці слова, бо не вдалося відкрити ваше звернення. Вони збережені тут.
    Знайдіть звернення ще раз, і тоді їх можна буде надіслати:
status-locked-title = Забагато спроб
status-locked =
    Для безпеки щонайбільше 2 години ніхто не може переглянути цей номер. З вашим зверненням
    нічого не змінилося. Спробуйте пізніше.
status-contact = Інші способи зв’язатися з нами

## What is found. It never says which hub has it, or who sent it.

status-found-title = Що відбувається з вашим зверненням
status-reference = Номер звернення
# $day is "28 November 2026".
status-received-on = Ми отримали його { $day }.
status-step-received = Воно в нас. Воно на шляху до людей, які можуть допомогти.
status-step-with-a-team = Воно в людей, які можуть допомогти.
status-step-withdrawn = Його зупинено, як ви просили.
status-next =
    З вами зв’яжуться тільки тими способами, які ви назвали безпечними. Якщо вас турбує, що ніхто не
    зв’язався, ви можете подзвонити або прийти до будь-якого Family Hub і показати номер звернення.
status-add = Додати те, про що ви забули
status-withdraw = Попросити нас зупинитися
status-other = Переглянути інше звернення
status-leave = Закрити і видалити це звідси

## Adding something

note-title = Додайте те, про що ви забули
note-label = Що ви хочете додати?
note-hint = Не пишіть імен з інших родин. Людина прочитає це разом з тим, що ви надіслали.
note-danger-hint = Якщо ви це позначите, люди, у яких ваше звернення, отримають сигнал прочитати це одразу.
note-send = Додати
note-full =
    Тут до цього звернення вже нічого не можна додати. Щоб розповісти більше, подзвоніть до Family Hub.
note-not-saved =
    Зараз не вдалося це зберегти. Нічого не втрачено. Зачекайте трохи і надішліть ще раз.
note-added-title = Ми це додали
note-added = Це побачать люди, у яких ваше звернення.
note-other-tab =
    В іншій вкладці ви переглянули інше звернення. Перевірте, чи це саме те, і надішліть ще раз.
note-another = Додати ще щось
error-text-required = Напишіть, що ви хочете додати
error-text-too-long = Це задовго. Напишіть коротше

## Asking to stop

withdraw-title = Попросіть нас зупинитися
withdraw-lead =
    Спершу людина перепитає вас тим способом, який ви назвали безпечним, щоб ніхто інший не міг зупинити
    це замість вас. До того часу нічого не зміниться.
withdraw-no-way =
    Якщо ви не дали нам безпечного способу зв’язку, прийдіть або подзвоніть до Family Hub і назвіть
    номер звернення.
withdraw-danger =
    Якщо хтось примушує вас зупинитися, дзвоніть { $number } або за одним із номерів нижче.
withdraw-label = Хочете написати, чому? Можна залишити це поле порожнім.
withdraw-send = Прошу зупинитися
withdraw-added-title = Ми отримали ваше прохання зупинитися
withdraw-added = Людина перепитає вас безпечним способом. До того часу нічого не зміниться.
note-back = Назад
