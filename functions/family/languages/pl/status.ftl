# How your request is getting on
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## Looking it up

status-title = Sprawdź, co dzieje się z twoją prośbą
status-lead = Potrzebny jest numer sprawy i kod, które pokazaliśmy po wysłaniu.
status-reference-label = Numer sprawy
status-reference-hint = Ma 3 grupy po 4 litery i cyfry
status-secret-label = Kod
status-secret-hint = Ma 2 grupy po 4 litery i cyfry
status-look = Sprawdź, co się dzieje
error-reference-required = Wpisz numer sprawy
error-reference-reference-not-recognised = Sprawdź numer sprawy. Ma 3 grupy po 4 litery i cyfry
error-secret-required = Wpisz kod
error-secret-secret-not-recognised = Sprawdź kod. Ma 2 grupy po 4 litery i cyfry
status-not-found =
    Nie możemy znaleźć prośby z tym numerem sprawy i kodem. Sprawdź jedno i drugie. Działają przez 90
    dni.
status-unsent =
    Nie udało się dodać tych słów, bo nie mogliśmy otworzyć twojej prośby. Przechowujemy je tutaj.
    Sprawdź prośbę jeszcze raz, a będzie można je wysłać:
status-locked-title = Za dużo prób
status-locked =
    Dla bezpieczeństwa nikt nie może sprawdzić tego numeru przez najwyżej 2 godziny. Z twoją prośbą nic
    się nie zmieniło. Spróbuj później.
status-contact = Inne sposoby kontaktu z nami

## What is found. It never says which hub has it, or who sent it.

status-found-title = Co dzieje się z twoją prośbą
status-reference = Numer sprawy
# $day is "28 November 2026".
status-received-on = Data otrzymania: { $day }.
status-step-received = Mamy ją. Jest w drodze do ludzi, którzy mogą pomóc.
status-step-with-a-team = Jest u ludzi, którzy mogą pomóc.
status-step-withdrawn = Została zatrzymana, zgodnie z twoją prośbą.
status-next =
    Skontaktują się tylko w sposób, który został wskazany jako bezpieczny. Jeśli martwi cię, że nikt
    się nie odezwał, możesz zadzwonić lub pójść do dowolnego Family Hub i pokazać numer sprawy.
# $day is "Friday 4 December".
status-next-by =
    Spróbują się z tobą skontaktować najpóźniej w dniu: { $day }. Tylko w sposób, który został wskazany
    jako bezpieczny.
status-next-late =
    Jeśli mamy bezpieczny sposób kontaktu, ktoś powinien był się już z tobą skontaktować. Jeśli nikt się
    nie odezwał, zadzwoń lub pójdź do dowolnego Family Hub i pokaż albo podaj numer sprawy.
status-add = Dodaj coś, o czym zapomniano
status-withdraw = Poproś, żebyśmy przestali
status-other = Sprawdź inną prośbę
status-leave = Zamknij i usuń to stąd

## Adding something

note-title = Dodaj coś, o czym zapomniano
note-label = Co chcesz dodać?
note-hint = Nie podawaj nazwisk innych rodzin. Człowiek przeczyta to razem z tym, co już mamy.
note-danger-hint =
    Jeśli to zaznaczysz, ludzie, którzy mają twoją prośbę, dostaną sygnał, aby przeczytać to od razu.
note-send = Dodaj
note-full = Tutaj nie można już nic dodać do tej prośby. Zadzwoń do Family Hub, żeby powiedzieć więcej.
note-not-saved =
    Nie udało się teraz tego zapisać. Nic nie zginęło. Poczekaj chwilę i wyślij jeszcze raz.
note-added-title = Dodaliśmy to
note-added = Zobaczą to ludzie, którzy zajmują się twoją prośbą.
note-other-tab =
    W innej karcie sprawdzono inną prośbę. Upewnij się, że chodzi o tę, i wyślij jeszcze raz.
note-another = Dodaj coś jeszcze
error-text-required = Napisz, co chcesz dodać
error-text-too-long = To jest za długie. Użyj mniej słów

## Asking to stop

withdraw-title = Poproś, żebyśmy przestali
withdraw-lead =
    Najpierw ktoś upewni się u ciebie, w sposób wskazany jako bezpieczny, żeby nikt inny nie mógł tego
    zatrzymać za ciebie. Do tego czasu nic się nie zmieni.
withdraw-no-way =
    Jeśli nie mamy bezpiecznego sposobu kontaktu, pójdź lub zadzwoń do Family Hub i pokaż albo podaj
    numer sprawy.
withdraw-danger =
    Jeśli ktoś cię do tego zmusza, zadzwoń pod { $number } albo pod jeden z numerów poniżej.
withdraw-label = Chcesz napisać dlaczego? Możesz zostawić to pole puste.
withdraw-send = Proszę przestać
withdraw-added-title = Mamy twoją prośbę o zatrzymanie
withdraw-added = Ktoś upewni się u ciebie w bezpieczny sposób. Do tego czasu nic się nie zmieni.
note-back = Wróć
