# The first page, the page of numbers to call, and pages of problems
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The first page

start-title = Попросіть допомоги для своєї родини
start-lead =
    Розкажіть нам трохи про свою родину і про те, що могло б допомогти. Хтось із Family Hub це прочитає
    і зв’яжеться з вами, але тільки тими способами, які ви назвете безпечними.
start-free = Це безкоштовно. Обліковий запис не потрібен.
start-time = Це займе близько 3 хвилин. Не треба відповідати на всі запитання.
start-next-title = Як це відбувається
start-next-tell = Ви розповідаєте нам, що могло б допомогти.
start-next-read = Людина це читає і зв’язується з вами безпечним способом.
start-next-talk = Ви разом говорите про те, що робити далі. Ви можете відмовитися будь-коли.
start-phone-title = Якщо ви хочете спершу поговорити
# $name is a hub, such as "Portman Family Hub", $phone its number, as a link.
start-phone-hub = { $name }: { $phone }
start-safe-title = Чи безпечно користуватися цим пристроєм?
start-safe =
    «Залишити цю сторінку» видаляє те, що ви ввели, і відкриває сторінку з погодою, але не очищує
    список сторінок і слова для підказок, які зберігає цей пристрій. Якщо хтось може туди зазирнути,
    скористайтеся іншим пристроєм.
# Shown only where the key works.
start-shift = Ви також можете вийти, натиснувши клавішу Shift 3 рази.
start-short = Попросити допомоги зараз
start-short-hint = Ваше ім’я, безпечний спосіб зв’язку і те, що могло б допомогти.
start-full = Спершу розповісти більше
start-full-hint = Також про дітей, про вашу адресу і про те, що вам потрібно. Це займе близько 8 хвилин.
start-status = Дізнатися, що відбувається з вашим зверненням
start-go-on = Продовжити свою форму
start-again = Або почніть спочатку:
start-short-again = Почати спочатку (видаляє введене)
start-full-again = Почати спочатку і розповісти більше (видаляє введене)
start-sent = Що буде далі з вашою формою
start-notice = Зверніть увагу
start-not-begun =
    Ми не можемо знайти вашу форму. Почніть, будь ласка, ще раз. Браузер має дозволяти файли
    cookies. Якщо він їх не дозволяє, подзвоніть за одним із номерів на цій сторінці.
start-other-tab =
    Ви почали іншу форму в іншій вкладці, тому попередню ми закрили. Почніть тут спочатку.
start-lost =
    Ми вже не маємо того, що ви ввели. Ми видаляємо це через 4 години або коли ви виходите. Почніть, будь ласка, ще раз.
footer-exit =
    «Залишити цю сторінку» відкриває сторінку з погодою. Історію браузера це не очищує. Якщо хтось
    може туди зазирнути, очистьте також історію.

## The page of numbers to call, when someone may be in danger. Its heading says nothing of why.

numbers-title = Поговоріть з кимось зараз
# $number is 999, as a link.
numbers-danger = Якщо хтось зараз у небезпеці, дзвоніть { $number }.
numbers-silent =
    Якщо говорити небезпечно, подзвоніть з мобільного телефону і натисніть 55, коли вас про це
    попросять.
# $authority is a council, such as "Essex".
numbers-lead-authority = Вам не треба чекати на нас. Подзвоніть до дитячої служби ({ $authority }):
numbers-lead-national = Вам не треба чекати на нас. Подзвоніть, щоб отримати пораду:
numbers-in-hours = Удень, з понеділка до п’ятниці
numbers-out-of-hours = Уночі, на вихідних і у свята
# $number is a phone number, as a link.
numbers-nspcc = { $number } (NSPCC Helpline)
numbers-police = { $number } (поліція)
numbers-go-on-title = Якщо ви не можете подзвонити
numbers-go-on-lead =
    Ви можете надіслати нам форму. Першими її прочитають люди, які дбають про безпеку дітей.
numbers-mark-lead =
    Якщо ви це натиснете, надіслану форму першими прочитають люди, які дбають про безпеку дітей.
numbers-mark = Комусь завдають шкоди або можуть завдати
numbers-go-on = Продовжити заповнювати форму
numbers-leave = Вийти

## Pages of problems

problem-forbidden-title = Ця форма надійшла з іншого вебсайту
problem-forbidden = Відкрийте форму тут і заповніть її ще раз.
problem-not-found-title = Сторінку не знайдено
problem-not-found = Перевірте адресу або почніть спочатку.
problem-too-large-title = Це задовго
problem-too-large =
    Не вдалося зберегти ту сторінку. Поверніться, скоротіть відповіді і надішліть їх ще раз.
problem-other-title = Не вийшло
problem-other = Поверніться і спробуйте ще раз.
problem-ours-title = Вибачте, щось пішло не так
problem-ours =
    Це сталося не через вас. Зачекайте хвилину і перезавантажте цю сторінку. Якщо ви щось надсилали,
    браузер надішле це ще раз.
