# Check your answers, and send
#
# DRAFT in Ukrainian, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

check-title = Перевірте свої відповіді
check-not-answered = Немає відповіді
check-more-title = Ви можете розповісти нам більше
check-more = Це не обов’язково. Вас запитають про це, коли зв’яжуться з вами.
check-done = готово
check-agree-title = Надішліть
check-agree =
    Надсилаючи це, ви погоджуєтеся, що ми передамо це команді найближчого Family Hub, щоб вона могла
    допомогти.
check-not-yet =
    Ви зазначили, що поки не погоджуєтеся. Ви все одно можете це надіслати. Хтось це прочитає і
    поговорить з вами, перш ніж робити щось інше.
check-for-others =
    Ви просите за іншу родину. Хтось це прочитає і подивиться, що сказала вам родина.
check-share =
    Якщо комусь можуть завдати серйозної шкоди, ми повідомляємо також людей, робота яких — дбати про
    безпеку дітей.
check-worry =
    Ви зазначили, що комусь завдають шкоди або можуть завдати. Люди, робота яких — дбати про безпеку
    дітей, прочитають це раніше за все інше.
# The name of a field that nobody sees; only a machine fills it in.
check-leave-empty = Залиште це порожнім
check-send = Надіслати

## One message, once a team has it. It is shown only with a number or an address that is safe.

check-notice-label = Чи надіслати вам одне повідомлення, коли ваша форма потрапить до потрібної команди?
check-notice-hint =
    У ньому сказано, що надіслане вами вже в команди, і наведено номер звернення. У ньому не сказано, хто
    ми і про що йдеться. Вибирайте повідомлення, тільки якщо ваших повідомлень не читає ніхто інший.
    Воно англійською.
check-notice-none = Без повідомлення
# $number is "07700 900 982".
check-notice-text = SMS на номер { $number }
# $address is "name@example.com".
check-notice-email = Лист на адресу { $address }
