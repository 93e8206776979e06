# Words on many pages
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The frame of a page

skip-to-content = Перейти до основного вмісту
exit-this-page = Залишити цю сторінку
way-back = Шлях назад
word-error = Помилка
word-warning = Попередження
there-is-a-problem = Щось треба виправити
# The name of the list of languages.
languages = Мова
support-links = Корисні посилання
# Said by a screen reader when somebody leaves by pressing Shift three times.
exit-activated = Завантаження.
exit-timed-out = Час для виходу зі сторінки минув.
exit-two-more = Shift. Натисніть ще 2 рази, щоб вийти.
exit-one-more = Shift. Натисніть ще 1 раз, щоб вийти.
go-to-start = Перейти на початкову сторінку

## Buttons and links on many pages

continue = Далі
back = Назад
change = Змінити
yes = Так

## The count below a long text. $count is a number.

count-most = Скільки знаків можна ввести: { $count }
count-left-one = Залишилося знаків: { $count }
count-left = Залишилося знаків: { $count }
count-none-left = Знаків більше не залишилося
count-over-one = Зайвих знаків: { $count }
count-over = Зайвих знаків: { $count }

## Numbers to call. Names of services stay as they are: people ask for them by name.

helplines-title = Номери, за якими можна подзвонити
helplines-free = Дзвінки безкоштовні, удень і вночі.
helpline-emergency-name = Emergency services (екстрені служби)
helpline-emergency-when =
    Якщо хтось зараз у небезпеці. Якщо говорити небезпечно, подзвоніть з мобільного телефону і
    натисніть 55, коли вас про це попросять.
helpline-nhs-name = NHS 111
helpline-nhs-when = Якщо вам зараз потрібна допомога з психічним здоров’ям. Виберіть варіант 2.
helpline-childline-name = Childline
helpline-childline-when = Для всіх, кому ще немає 19 років.
helpline-abuse-name = National Domestic Abuse Helpline
helpline-abuse-when = Якщо хтось лякає, кривдить або контролює вас чи когось, кого ви знаєте.
helpline-samaritans-name = Samaritans
helpline-samaritans-when = Якщо ви хочете поговорити з кимось про будь-що.

## Dates

# $month is one of the names below: "2 December 2026".
date = { $day } { $month } { $year }
# "Wednesday 2 December"
weekday-and-date = { $weekday }, { $day } { $month }
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
weekday-monday = понеділок
weekday-tuesday = вівторок
weekday-wednesday = середа
weekday-thursday = четвер
weekday-friday = п’ятниця
weekday-saturday = субота
weekday-sunday = неділя
