# Errors
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
#
# error-<question>-<code> is for one question, error-<code> for any. They never repeat what was typed.

## Any question

error-code-not-recognised = Wybierz jedną z odpowiedzi
error-conflict = Te odpowiedzi do siebie nie pasują. Sprawdź je
error-required = Odpowiedz na to pytanie
# $question is the question, such as "What is happening?"
error-too-long = Odpowiedź na „{ $question }” jest za długa. Użyj mniej słów
error-empty = Wpisz coś tutaj albo zostaw to pole puste

## Who asks, and how to reach them

error-who-required = Wybierz, kto wypełnia ten formularz
error-who-code-not-recognised = Wybierz, kto wypełnia ten formularz
error-family-asked-required = Wybierz, co mówi rodzina
error-given-name-required = Wpisz imię albo nazwisko
error-given-name-required-for-others = Wpisz imię albo nazwisko rodzica lub opiekuna
error-agree-required = Wybierz „Tak” albo „Jeszcze nie”
error-own-age-age-not-read = Wpisz swój wiek, na przykład 15
error-own-age-too-old =
    Możesz prosić za siebie do 19 lat albo do 25 lat, jeśli masz niepełnosprawność lub potrzebujesz
    dodatkowej pomocy w nauce. Jeśli masz więcej lat, wróć i wybierz inną odpowiedź albo zadzwoń do hubu
error-own-age-date-in-future = Wpisz swój wiek, na przykład 15, albo datę urodzenia z przeszłości
error-safe-to-required = Podaj jeden bezpieczny sposób kontaktu albo zaznacz, że przyjdziesz
error-safe-to-required-for-others =
    Podaj jeden bezpieczny sposób kontaktu z nimi albo zaznacz, że przyjdą
error-safe-to-conflict =
    Zaznaczono sposób kontaktu i zaznaczono, że mamy się nie kontaktować. Usuń jedno z tych zaznaczeń
error-phone-phone-not-recognised =
    Wpisz numer telefonu, na przykład 01632 960 001 lub 07700 900 982
error-phone-needed-for-safe-way =
    Zaznaczono, że można bezpiecznie zadzwonić lub wysłać SMS. Wpisz numer telefonu albo usuń te
    zaznaczenia
error-phone-needed-for-safe-way-for-others =
    Zaznaczono, że można bezpiecznie zadzwonić do nich lub wysłać SMS. Wpisz ich numer telefonu albo
    usuń te zaznaczenia
error-phone-is-it-safe =
    Czy można bezpiecznie zadzwonić lub wysłać SMS na ten numer? Zaznacz każdy bezpieczny sposób albo
    usuń numer
error-phone-is-it-safe-for-others =
    Czy można bezpiecznie zadzwonić do nich lub wysłać SMS na ten numer? Zaznacz każdy bezpieczny
    sposób albo usuń numer
error-email-email-not-recognised = Wpisz adres e-mail, na przykład name@example.com
error-email-needed-for-safe-way =
    Zaznaczono, że można bezpiecznie napisać e-mail. Wpisz adres e-mail albo usuń to zaznaczenie
error-email-needed-for-safe-way-for-others =
    Zaznaczono, że można bezpiecznie napisać do nich e-mail. Wpisz ich adres e-mail albo usuń to
    zaznaczenie
error-email-is-it-safe =
    Czy można bezpiecznie napisać do ciebie e-mail? Jeśli tak, zaznacz „Można napisać do mnie e-mail”,
    a jeśli nie, usuń adres
error-email-is-it-safe-for-others =
    Czy można bezpiecznie napisać do nich e-mail? Jeśli tak, zaznacz „Można napisać do nich e-mail”,
    a jeśli nie, usuń adres
error-safe-to-needed-for-safe-way =
    Nie możemy wysłać listu bez adresu. Usuń zaznaczenie przy liście

## Where they live

error-where-required = Wpisz kod pocztowy albo wybierz inną odpowiedź
error-where-required-for-others = Wpisz ich kod pocztowy albo wybierz inną odpowiedź
error-postcode-required = Wpisz kod pocztowy albo wybierz inną odpowiedź
error-postcode-required-for-others = Wpisz ich kod pocztowy albo wybierz inną odpowiedź
error-postcode-postcode-not-found =
    Nie możemy znaleźć tego kodu pocztowego. Czy jest nowy? Sprawdź go albo zostaw
error-postcode-postcode-ended =
    Ten kod pocztowy nie jest już używany. Czy mieszkasz teraz gdzie indziej? Wpisz obecny kod albo
    zostaw ten
error-postcode-postcode-ended-for-others =
    Ten kod pocztowy nie jest już używany. Czy mieszkają teraz gdzie indziej? Wpisz ich obecny kod
    albo zostaw ten
error-postcode-postcode-outside-england =
    Ten kod pocztowy nie jest w Anglii. Family Hubs są w Anglii. Sprawdź go albo zostaw: przekażemy
    dalej to, co wysyłasz
error-postcode-postcode-of-no-home =
    Pod tym kodem pocztowym nikt nie mieszka. Wpisz kod pocztowy miejsca, w którym mieszkasz, albo
    zostaw ten
error-postcode-postcode-of-no-home-for-others =
    Pod tym kodem pocztowym nikt nie mieszka. Wpisz kod pocztowy miejsca, w którym mieszkają, albo
    zostaw ten
error-where-conflict =
    Jeśli nie masz stałego adresu, zostaw adres i kod pocztowy puste. Jeśli możemy używać podanego
    adresu, zaznacz, że go masz
error-where-conflict-for-others =
    Jeśli nie mają stałego adresu, zostaw adres i kod pocztowy puste. Jeśli możemy używać podanego
    adresu, zaznacz, że go mają
error-address-line-1-needed-for-safe-way =
    Zaznaczono, że można bezpiecznie wysłać list. Wpisz adres albo usuń to zaznaczenie
error-address-line-1-needed-for-safe-way-for-others =
    Zaznaczono, że można bezpiecznie wysłać do nich list. Wpisz ich adres albo usuń to zaznaczenie
error-postcode-postcode-not-recognised =
    Wpisz brytyjski kod pocztowy, na przykład SW1V 2AA, albo jego pierwszą część, na przykład SW1V
error-postcode-postcode-unclear =
    Sprawdź kod pocztowy. Nie mamy pewności, jak go odczytać
error-council-code-not-recognised = Wybierz gminę (council) z listy
error-council-gss-code = Wybierz gminę (council) z listy
error-language-code-not-recognised = Wybierz język z listy
error-language-language-shape = Wybierz język z listy

## Children

error-children-not-known-required = Dodaj dziecko albo zaznacz, że wolisz nie mówić
error-child-given-name-required =
    Wpisz imię lub datę urodzenia dziecka albo datę, na kiedy spodziewane jest dziecko
error-child-day-required = Wpisz datę urodzenia albo wybierz inną odpowiedź
error-child-age-required = Wpisz, ile mniej więcej lat ma dziecko, albo wybierz inną odpowiedź
error-child-due-required = Wpisz, na kiedy spodziewane jest dziecko, albo wybierz inną odpowiedź
error-year-in-two-digits = Który to rok? Wpisz wszystkie 4 cyfry, na przykład 2021
error-date-not-read = Wpisz datę, na przykład 27 marca 2021, albo rok
error-age-not-read = Wpisz wiek, na przykład 3 lub 18 miesięcy, albo rok, na przykład 2021
error-due-day-missing =
    Wpisz także dzień, na przykład 27 marca 2027. Wystarczy w przybliżeniu
error-day-missing = Wpisz dzień, na przykład 27
error-month-missing = Wpisz miesiąc, na przykład 3 lub marzec
error-year-missing = Wpisz rok, 4 cyfry, na przykład 2021
error-date-not-real = Wpisz prawdziwą datę
error-date-too-early = Data urodzenia nie może być wcześniejsza niż rok 1900
error-date-in-future =
    Data urodzenia musi być w przeszłości. Jeśli dziecko jeszcze się nie urodziło, wybierz tę odpowiedź
error-due-date-too-late =
    Data, na kiedy spodziewane jest dziecko, musi przypadać w ciągu najbliższych 10 miesięcy
error-due-date-too-early =
    Ten termin minął ponad rok temu. Jeśli dziecko już się urodziło, podaj datę urodzenia

## What would help

error-needs-required = Wybierz, w czym potrzebna jest pomoc, albo „Nie mam pewności”
error-needs-required-for-others = Wybierz, w czym potrzebują pomocy, albo „Nie mam pewności”
