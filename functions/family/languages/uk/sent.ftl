# After sending
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

sent-title = Дякуємо. Ми отримали вашу форму
sent-reference = Номер вашого звернення
sent-changed =
    Ми вже отримали цю форму раніше, тому того, що змінено пізніше, у ній немає. Ви можете додати це
    нижче.

## Keeping a copy. It comes first, so that nobody keeps one before they have thought of it.

sent-copy = Якщо хтось може зазирнути в цей пристрій, не зберігайте копію цієї сторінки.
sent-copy-careful =
    Якщо хтось не повинен знайти цю сторінку, не зберігайте її копію. Не друкуйте її і не робіть знімок.
    Запам’ятайте номер звернення або запишіть його там, де ніхто не шукатиме.

## What happens next

sent-next-title = Що буде далі
sent-next-read = Хтось із Family Hub прочитає те, що ви надіслали.
# $day is "Friday 4 December".
sent-next-reach =
    З вами спробують зв’язатися не пізніше, ніж { $day }, і тільки тими способами, які ви назвали
    безпечними.
sent-next-talk = Ви разом поговорите про те, що могло б допомогти.
sent-next-no-way =
    Ми не маємо безпечного способу зв’язатися з вами, тому ніхто не подзвонить і не напише. Ви можете
    прийти до найближчого Family Hub і показати номер звернення.
sent-next-worry-read =
    Люди, робота яких — дбати про безпеку дітей, прочитають надіслане раніше за все інше.
sent-next-worry-reach =
    З вами спробують зв’язатися сьогодні або не пізніше, ніж { $day }, тими способами, які ви назвали
    безпечними.
sent-next-worry-no-way =
    Ми не маємо безпечного способу зв’язатися з вами. Якщо можете, подзвоніть за одним із номерів вище.
sent-notice = Ми надішлемо вам одне повідомлення, коли форма буде в команди.
sent-next-elsewhere = Якщо ви живете на території іншої місцевої ради (council), ми передамо це туди.

## What could not be read. The list after it has the -brief words of the questions.

sent-kept =
    Ми не впевнені, як прочитати деякі ваші відповіді. Ми зберегли їх саме такими, як ви їх дали, і їх
    перегляне людина:
sent-left-out = Оскільки це має залишатися таємницею, ми не зберегли:
sent-another-answer = інша відповідь

## Hubs nearby

sent-hubs-title = Family Hubs поблизу
sent-hubs-lead = Вам не треба чекати на нас. Ви можете прийти до будь-якого з них і попросити допомоги.
# The distance in miles, as the crow flies: "about 1.5 miles away".
sent-hub-away = Приблизно { $miles } милі звідси
sent-hub-away-one = Приблизно 1 миля звідси
sent-hub-away-half = Приблизно пів милі звідси
sent-hub-near = Менше ніж пів милі звідси
# $days is "Monday to Friday", or some of "Monday, Wednesday". The times are "09:00" and "17:00".
sent-hub-hours = { $days }, з { $from } до { $to }
sent-hub-days-range = { $first } – { $last }
# Between the days of a list.
sent-hub-days-comma = { $before }, { $next }

## The reference and the code

sent-keep-title = Збережіть номер звернення і код
sent-keep =
    Маючи обидва, ви можете дізнатися, що відбувається, щось додати або попросити нас зупинитися. З них
    не видно ні вашого імені, ні того, що ви нам розповіли. Без коду ніхто нічого не дізнається.
sent-secret = Ваш код
sent-keep-for = Вони діють 90 днів.
sent-keep-how = Якщо це безпечно, запишіть їх, зробіть знімок або надрукуйте цю сторінку.
sent-status = Дізнатися, що відбувається
sent-more = Додати те, про що ви забули
sent-leave = Закрити і видалити це звідси
sent-another = Заповнити ще одну форму
sent-gone-title = Цієї сторінки тут уже немає
sent-gone =
    Ми зберігаємо цю сторінку 4 години або доки ви не вийдете. Якщо ви надіслали форму, вона в нас.
    Маючи номер звернення і код, ви можете дізнатися, що відбувається.
