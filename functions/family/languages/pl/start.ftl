# The first page, the page of numbers to call, and pages of problems
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The first page

start-title = Poproś o pomoc dla swojej rodziny
start-lead =
    Napisz nam kilka słów o swojej rodzinie i o tym, co by pomogło. Przeczyta to ktoś z Family Hub i
    skontaktuje się z tobą, ale tylko w taki sposób, który uznasz za bezpieczny.
start-free = To nic nie kosztuje. Nie trzeba zakładać konta.
start-time = Zajmuje to około 3 minut. Nie trzeba odpowiadać na wszystkie pytania.
start-next-title = Jak to działa
start-next-tell = Piszesz nam, co by pomogło.
start-next-read = Człowiek to czyta i kontaktuje się z tobą w bezpieczny sposób.
start-next-talk = Razem rozmawiacie o tym, co dalej. W każdej chwili możesz odmówić.
start-phone-title = Jeśli wolisz najpierw porozmawiać
# $name is a hub, such as "Portman Family Hub", $phone its number, as a link.
start-phone-hub = { $name }: { $phone }
start-safe-title = Czy korzystanie z tego urządzenia jest bezpieczne?
start-safe =
    „Opuść tę stronę” usuwa to, co zostało wpisane, i otwiera stronę z pogodą, ale nie czyści listy
    stron ani słów do podpowiadania, które zapamiętuje to urządzenie. Jeśli ktoś może tam zajrzeć,
    użyj innego urządzenia.
# Shown only where the key works.
start-shift = Możesz też wyjść, naciskając 3 razy klawisz Shift.
start-short = Poproś o pomoc teraz
start-short-hint = Imię i nazwisko, bezpieczny sposób kontaktu i to, co by pomogło.
start-full = Najpierw napisz nam więcej
start-full-hint =
    Także o dzieciach, o tym, gdzie mieszkasz, i o tym, czego potrzebujesz. Zajmuje to około 8 minut.
start-status = Sprawdź, co dzieje się z twoją prośbą
start-go-on = Wróć do swojego formularza
start-again = Albo zacznij od nowa:
start-short-again = Zacznij od nowa (usuwa to, co wpisano)
start-full-again = Zacznij od nowa i napisz nam więcej (usuwa to, co wpisano)
start-sent = Zobacz, co dalej z twoim formularzem
start-notice = Uwaga
start-not-begun =
    Nie możemy znaleźć twojego formularza. Zacznij jeszcze raz. Przeglądarka musi zezwalać na pliki
    cookies. Jeśli nie zezwala, zadzwoń pod jeden z numerów na tej stronie.
start-other-tab =
    W innej karcie otwarto nowy formularz, więc poprzedni został zamknięty. Zacznij tutaj od nowa.
start-lost =
    Nie mamy już tego, co zostało wpisane. Usuwamy to po 4 godzinach albo po opuszczeniu strony. Zacznij jeszcze raz.
footer-exit =
    „Opuść tę stronę” przenosi na stronę z pogodą. Nie czyści historii przeglądarki. Jeśli ktoś może
    tam zajrzeć, wyczyść też historię.

## The page of numbers to call, when someone may be in danger. Its heading says nothing of why.

numbers-title = Porozmawiaj z kimś teraz
# $number is 999, as a link.
numbers-danger = Jeśli ktoś jest teraz w niebezpieczeństwie, zadzwoń pod { $number }.
numbers-silent =
    Jeśli rozmowa nie jest bezpieczna, zadzwoń z komórki i naciśnij 55, gdy usłyszysz taką prośbę.
# $authority is a council, such as "Essex".
numbers-lead-authority =
    Nie musisz na nas czekać. Zadzwoń do zespołu do spraw dzieci w { $authority }:
numbers-lead-national = Nie musisz na nas czekać. Zadzwoń po radę:
numbers-in-hours = W dzień, od poniedziałku do piątku
numbers-out-of-hours = W nocy, w weekendy i w święta
# $number is a phone number, as a link.
numbers-nspcc = { $number } (NSPCC Helpline)
numbers-police = { $number } (policja)
numbers-go-on-title = Jeśli nie możesz zadzwonić
numbers-go-on-lead =
    Możesz wysłać nam formularz. Jako pierwsi przeczytają go ludzie, którzy dbają o bezpieczeństwo
    dzieci.
numbers-mark-lead =
    Jeśli to naciśniesz, po wysłaniu formularza jako pierwsi przeczytają go ludzie, którzy dbają o
    bezpieczeństwo dzieci.
numbers-mark = Komuś dzieje się krzywda albo może się dziać
numbers-go-on = Wróć do formularza
numbers-leave = Wyjdź

## Pages of problems

problem-forbidden-title = Ten formularz przyszedł z innej strony internetowej
problem-forbidden = Otwórz formularz tutaj i wypełnij go jeszcze raz.
problem-not-found-title = Nie ma takiej strony
problem-not-found = Sprawdź adres albo zacznij od nowa.
problem-too-large-title = To jest za długie
problem-too-large =
    Nie udało się zapisać tej strony. Wróć, skróć odpowiedzi i wyślij je jeszcze raz.
problem-other-title = Nie udało się
problem-other = Wróć i spróbuj jeszcze raz.
problem-ours-title = Przepraszamy, coś poszło nie tak
problem-ours =
    To nie twoja wina. Poczekaj minutę i odśwież tę stronę. Jeśli coś zostało wysłane, przeglądarka
    wyśle to jeszcze raz.
