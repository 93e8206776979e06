# Check your answers, and send
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

check-title = Sprawdź odpowiedzi
check-not-answered = Brak odpowiedzi
check-more-title = Możesz napisać nam więcej
check-more = Nie musisz. Ktoś cię o to zapyta podczas rozmowy.
check-done = gotowe
check-agree-title = Wyślij
check-agree =
    Wysyłając to, zgadzasz się, że przekażemy to zespołowi najbliższego Family Hub, żeby mógł pomóc.
check-not-yet =
    Zaznaczono, że jeszcze się nie zgadzasz. Mimo to możesz to wysłać. Ktoś to przeczyta i porozmawia z
    tobą, zanim stanie się cokolwiek innego.
check-for-others =
    Prosisz o pomoc dla innej rodziny. Ktoś to przeczyta i sprawdzi, co powiedziała rodzina.
check-share =
    Jeśli komuś może stać się poważna krzywda, mówimy o tym także ludziom, których praca polega na
    dbaniu o bezpieczeństwo dzieci.
check-worry =
    Zaznaczono, że komuś dzieje się krzywda albo może się dziać. Ludzie, których praca polega na dbaniu
    o bezpieczeństwo dzieci, przeczytają to przed wszystkim innym.
# The name of a field that nobody sees; only a machine fills it in.
check-leave-empty = Zostaw to puste
check-send = Wyślij

## One message, once a team has it. It is shown only with a number or an address that is safe.

check-notice-label = Czy mamy wysłać ci jedną wiadomość, gdy formularz dotrze do właściwego zespołu?
check-notice-hint =
    Napiszemy w niej, że to, co od ciebie mamy, jest już u zespołu, i podamy numer sprawy. Nie napiszemy,
    kim jesteśmy ani czego to dotyczy. Wybierz wiadomość tylko wtedy, gdy nikt inny nie czyta twoich
    wiadomości.
    Wiadomość jest po angielsku.
check-notice-none = Bez wiadomości
# $number is "07700 900 982".
check-notice-text = SMS na numer { $number }
# $address is "name@example.com".
check-notice-email = E-mail na adres { $address }
