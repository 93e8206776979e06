# After sending
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

sent-title = Dziękujemy. Mamy twój formularz
sent-reference = Twój numer sprawy to
sent-changed =
    Mieliśmy już ten formularz, więc to, co zmieniono później, się w nim nie znalazło. Możesz dodać to
    poniżej.

## Keeping a copy. It comes first, so that nobody keeps one before they have thought of it.

sent-copy = Jeśli ktoś może zajrzeć do tego urządzenia, nie zachowuj kopii tej strony.
sent-copy-careful =
    Jeśli ktoś nie może znaleźć tej strony, nie zachowuj jej kopii. Nie drukuj jej i nie rób zdjęcia.
    Zapamiętaj numer sprawy albo zapisz go tam, gdzie nikt nie zajrzy.

## What happens next

sent-next-title = Co będzie dalej
sent-next-read = Ktoś z Family Hub przeczyta to, co do nas przyszło.
# $day is "Friday 4 December".
sent-next-reach =
    Spróbuje się z tobą skontaktować najpóźniej w dniu: { $day }. Tylko w sposób, który został
    wskazany jako bezpieczny.
sent-next-talk = Razem porozmawiacie o tym, co by pomogło.
sent-next-no-way =
    Nie mamy bezpiecznego sposobu, żeby się z tobą skontaktować, więc nikt nie zadzwoni ani nie
    napisze. Możesz pójść do najbliższego Family Hub i pokazać numer sprawy.
sent-next-worry-read =
    Ludzie, których praca polega na dbaniu o bezpieczeństwo dzieci, przeczytają to przed wszystkim
    innym.
sent-next-worry-reach =
    Spróbują się z tobą skontaktować dzisiaj albo najpóźniej w dniu: { $day }. W sposób, który został
    wskazany jako bezpieczny.
sent-next-worry-no-way =
    Nie mamy bezpiecznego sposobu, żeby się z tobą skontaktować. Jeśli możesz, zadzwoń pod jeden z
    numerów podanych wyżej.
sent-notice = Wyślemy ci jedną wiadomość, gdy formularz będzie u zespołu.
sent-next-elsewhere = Jeśli mieszkasz na terenie innej gminy (council), przekażemy to tam.

## What could not be read. The list after it has the -brief words of the questions.

sent-kept =
    Nie mamy pewności, jak odczytać niektóre odpowiedzi. Zachowaliśmy je dokładnie tak, jak zostały
    podane, i obejrzy je człowiek:
sent-left-out = Ponieważ to musi pozostać tajemnicą, nie zachowaliśmy:
sent-another-answer = inna odpowiedź

## Hubs nearby

sent-hubs-title = Family Hubs w pobliżu
sent-hubs-lead = Nie musisz na nas czekać. Możesz pójść do każdego z tych miejsc i poprosić o pomoc.
# The distance in miles, as the crow flies: "about 1.5 miles away".
sent-hub-away = Około { $miles } mili stąd
sent-hub-away-one = Około 1 mili stąd
sent-hub-away-half = Około pół mili stąd
sent-hub-near = Mniej niż pół mili stąd
# $days is "Monday to Friday", or some of "Monday, Wednesday". The times are "09:00" and "17:00".
sent-hub-hours = { $days }, od { $from } do { $to }
sent-hub-days-range = { $first } – { $last }
# Between the days of a list.
sent-hub-days-comma = { $before }, { $next }

## The reference and the code

sent-keep-title = Zachowaj numer sprawy i kod
sent-keep =
    Mając jedno i drugie, możesz sprawdzić, co się dzieje, coś dodać albo poprosić, żebyśmy przestali.
    Nie widać w nich twojego imienia ani tego, co nam piszesz. Bez kodu nikt tego nie sprawdzi.
sent-secret = Twój kod to
sent-keep-for = Działają przez 90 dni.
sent-keep-how = Jeśli to bezpieczne, zapisz je, zrób zdjęcie albo wydrukuj tę stronę.
sent-status = Sprawdź, co się dzieje
sent-more = Dodaj coś, o czym zapomniano
sent-leave = Zamknij i usuń to stąd
sent-another = Wypełnij kolejny formularz
sent-gone-title = Tej strony już tu nie ma
sent-gone =
    Przechowujemy tę stronę przez 4 godziny albo do chwili wyjścia. Jeśli formularz został wysłany, to
    go mamy. Mając numer sprawy i kod, możesz sprawdzić, co się dzieje.
