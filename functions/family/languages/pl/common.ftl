# Words on many pages
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The frame of a page

skip-to-content = Przejdź do głównej treści
exit-this-page = Opuść tę stronę
way-back = Droga powrotna
word-error = Błąd
word-warning = Ostrzeżenie
there-is-a-problem = Coś wymaga poprawy
# The name of the list of languages.
languages = Język
support-links = Przydatne łącza
# Said by a screen reader when somebody leaves by pressing Shift three times.
exit-activated = Wczytywanie.
exit-timed-out = Czas na opuszczenie strony minął.
exit-two-more = Shift. Naciśnij jeszcze 2 razy, aby wyjść.
exit-one-more = Shift. Naciśnij jeszcze 1 raz, aby wyjść.
go-to-start = Przejdź na stronę początkową

## Buttons and links on many pages

continue = Dalej
back = Wstecz
change = Zmień
yes = Tak

## The count below a long text. $count is a number.

count-most = Liczba znaków, które możesz wpisać: { $count }
count-left-one = Pozostało znaków: { $count }
count-left = Pozostało znaków: { $count }
count-none-left = Nie zostało już żadnych znaków
count-over-one = Za dużo znaków o: { $count }
count-over = Za dużo znaków o: { $count }

## Numbers to call. Names of services stay as they are: people ask for them by name.

helplines-title = Numery, pod które można zadzwonić
helplines-free = Są bezpłatne i czynne w dzień i w nocy.
helpline-emergency-name = Emergency services (służby ratunkowe)
helpline-emergency-when =
    Jeśli ktoś jest teraz w niebezpieczeństwie. Jeśli rozmowa nie jest bezpieczna, zadzwoń z komórki i
    naciśnij 55, gdy usłyszysz taką prośbę.
helpline-nhs-name = NHS 111
helpline-nhs-when = Jeśli potrzebujesz teraz pomocy w sprawie zdrowia psychicznego. Wybierz opcję 2.
helpline-childline-name = Childline
helpline-childline-when = Dla każdego, kto nie ma jeszcze 19 lat.
helpline-abuse-name = National Domestic Abuse Helpline
helpline-abuse-when =
    Jeśli ktoś straszy, krzywdzi lub kontroluje ciebie albo kogoś, kogo znasz.
helpline-samaritans-name = Samaritans
helpline-samaritans-when = Jeśli chcesz z kimś porozmawiać, o czymkolwiek.

## Dates

# $month is one of the names below: "2 December 2026".
date = { $day } { $month } { $year }
# "Wednesday 2 December"
weekday-and-date = { $weekday }, { $day } { $month }
month-1 = stycznia
month-2 = lutego
month-3 = marca
month-4 = kwietnia
month-5 = maja
month-6 = czerwca
month-7 = lipca
month-8 = sierpnia
month-9 = września
month-10 = października
month-11 = listopada
month-12 = grudnia
weekday-monday = poniedziałek
weekday-tuesday = wtorek
weekday-wednesday = środa
weekday-thursday = czwartek
weekday-friday = piątek
weekday-saturday = sobota
weekday-sunday = niedziela
