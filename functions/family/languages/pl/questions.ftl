# The questions of the form
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a list: "numer
# telefonu". An answer to choose has the question's name and its own. A page with several questions has
# -title, and -section where its answers stand together.

## Who asks

who-label = Kto wypełnia ten formularz?
who-brief = kto wypełnia formularz
who-section = O tobie
who-self-parent = Jestem rodzicem lub opiekunem
who-self-young-person = Jestem młodą osobą i piszę o sobie
who-relative = Należę do krewnych rodziny
who-friend = Należę do przyjaciół lub sąsiadów rodziny
who-helped-by = Pomagam rodzinie, która jest teraz ze mną

helper-title = O tobie jako osobie pomagającej
helper-section = Osoba pomagająca
helper-setting-label = Gdzie pomagasz?
helper-setting-hint = Na przykład w bibliotece, kościele lub szkole
helper-setting-brief = gdzie jest osoba pomagająca

helper-organisation-label = Dla kogo pracujesz lub gdzie jesteś na wolontariacie?
helper-organisation-brief = dla kogo pracuje osoba pomagająca

helper-name-label = Twoje imię i nazwisko
helper-name-brief = imię i nazwisko osoby pomagającej

asked-title = Co mówi rodzina?
asked-section = Co mówi rodzina
family-asked-label = Czy rodzina chce tej pomocy?
family-asked-hint =
    Możesz wysłać ten formularz niezależnie od odpowiedzi. Zależy od niej tylko to, kto przeczyta go
    pierwszy.
family-asked-brief = czy rodzina chce tej pomocy
family-asked-agreed = Tak, pytaliśmy i rodzina się zgodziła
family-asked-said-no = Pytaliśmy i rodzina odmówiła
family-asked-not-safe = Nie pytaliśmy, bo pytanie nie jest bezpieczne
family-asked-not-asked = Jeszcze nie pytaliśmy

asked-of-label = Kto udzielił odpowiedzi?
asked-of-hint = Zostaw puste, jeśli nikt nie był pytany
asked-of-brief = kto był pytany
asked-of-parent = Rodzic, który ma prawo decydować o dziecku
asked-of-carer = Ktoś inny, kto opiekuje się dzieckiem
asked-of-young-person = Młoda osoba

## A young person

young-title = Zanim zaczniesz
young-section = O tobie
# $number is Childline's number, as a link.
young-childline =
    Możesz najpierw porozmawiać z Childline. Zadzwoń pod { $number }. To bezpłatne, w dzień i w nocy, i
    nie widać tego na rachunku za telefon.
young-who-will-know =
    Ludzie z Family Hub przeczytają to, co piszesz. Być może będą musieli porozmawiać z innymi
    ludźmi, których praca polega na pomaganiu. Jeśli to możliwe, najpierw porozmawiają z tobą.
young-parents =
    Nie mówimy rodzicom, chyba że jesteś w niebezpieczeństwie. Jeśli tak się stanie i jeśli to możliwe,
    najpierw porozmawiamy o tym z tobą.

own-age-label = Ile masz lat?
own-age-hint =
    Możesz prosić za siebie do 19 lat albo do 25 lat, jeśli masz niepełnosprawność lub dodatkowe
    potrzeby
own-age-brief = ile masz lat
own-send-label = Mam niepełnosprawność albo potrzebuję dodatkowej pomocy w nauce
own-send-brief = czy masz niepełnosprawność albo potrzebujesz dodatkowej pomocy w nauce

given-name-label = Imię
given-name-brief = twoje imię

family-name-label = Nazwisko
family-name-hint = Jeśli masz tylko jedno imię, wpisz je w jedno z pól
family-name-hint-for-others = Jeśli ta osoba ma tylko jedno imię, wpisz je w jedno z pól
family-name-brief = twoje nazwisko

name-title = Jak się nazywasz?
name-title-for-others = Jak nazywa się rodzic lub opiekun?
name-section = Imię i nazwisko

relationship-label = Kim jesteś dla dzieci?
relationship-label-for-others = Kim dla dzieci jest rodzic lub opiekun?
relationship-brief = kim jesteś dla dzieci

## How to get in touch

contact-title = Jak możemy się z tobą skontaktować?
contact-title-for-others = Jak możemy się skontaktować z rodziną?
contact-section = Jak się kontaktujemy
contact-phone = Telefonicznie
contact-email = E-mailem
contact-letter = Listownie
contact-none = Albo wcale

phone-label = Numer telefonu
phone-hint = Numer, który jest dla ciebie bezpieczny
phone-hint-for-others = Numer, który jest bezpieczny dla rodziny
phone-brief = twój numer telefonu

email-label = Adres e-mail
email-hint = Adres, którego nikt inny nie czyta
email-hint-for-others = Adres, który czytają tylko oni
email-brief = twój adres e-mail

safe-to-label = Bezpieczne sposoby
safe-to-hint =
    Wybierz tylko te sposoby, których nikt inny nie zobaczy ani nie usłyszy. Żadnych innych nie użyjemy.
safe-to-hint-for-others =
    Wybierz tylko te sposoby, których nikt inny nie zobaczy ani nie usłyszy. Jeśli nie wiesz,
    najpierw zapytaj rodzinę.
safe-to-brief = które sposoby są dla ciebie bezpieczne
safe-to-phone = Co jest bezpieczne na tym numerze?
safe-to-email = Czy można bezpiecznie napisać do ciebie e-mail?
safe-to-email-for-others = Czy można bezpiecznie napisać do nich e-mail?
safe-to-letter = Czy można bezpiecznie wysłać do ciebie list?
safe-to-letter-for-others = Czy można bezpiecznie wysłać do nich list?
safe-call = Można do mnie zadzwonić
safe-call-for-others = Można do nich zadzwonić
safe-text = Można wysłać mi SMS
safe-text-for-others = Można wysłać im SMS
safe-voicemail = Można nagrać wiadomość na poczcie głosowej
safe-email = Można napisać do mnie e-mail
safe-email-for-others = Można napisać do nich e-mail
safe-letter = Można wysłać list na mój adres
safe-letter-for-others = Można wysłać list na ich adres

no-contact-label = Przyjdę. Proszę się ze mną nie kontaktować
no-contact-label-for-others = Przyjdą. Proszę się z nimi nie kontaktować
no-contact-brief = że przyjdziesz

safety-title = Bezpieczny kontakt
safety-section = Bezpieczny kontakt
best-times-label = Kiedy jest dobra pora?
best-times-hint = Na przykład we wtorki rano
best-times-brief = kiedy jest dobra pora

must-not-know-label = Czy ktoś nie może się o tym dowiedzieć?
must-not-know-hint =
    Napisz, kto to jest i na co musimy uważać. Zostaw puste, jeśli nie ma nikogo takiego.
must-not-know-brief = kto nie może się dowiedzieć

## Where they live

where-label = Gdzie mieszkasz?
where-label-for-others = Gdzie mieszka rodzina?
where-hint = Pomoże nam to znaleźć najbliższy hub
where-hint-for-others = Pomoże nam to znaleźć hub najbliżej rodziny
where-brief = gdzie mieszkasz
where-section = Gdzie mieszkasz
where-section-for-others = Gdzie mieszka rodzina
where-address = Mogę podać kod pocztowy
where-address-for-others = Mogę podać ich kod pocztowy
where-no-fixed-address = Nie mam stałego adresu
where-no-fixed-address-for-others = Nie mają stałego adresu
where-no-fixed-address-hint = Na przykład jesteś u znajomych albo w schronisku
where-no-fixed-address-hint-for-others = Na przykład są u znajomych albo w schronisku
where-concealed = Nie mogę powiedzieć, gdzie jestem
where-concealed-for-others = Nie mogę powiedzieć, gdzie są
where-concealed-hint = Pytamy tylko o gminę (council). Nigdy nie zapisujemy adresu.
where-concealed-hint-for-others =
    Pytamy tylko o ich gminę (council). Nigdy nie zapisujemy ich adresu.

address-title = Jaki masz adres?
address-title-for-others = Jaki adres ma rodzina?
address-section = Twój adres
address-section-for-others = Adres rodziny
address-line-1-label = Adres, wiersz 1
address-line-1-hint = Możesz zostawić to wszystko puste
address-line-1-brief = twój adres

address-line-2-label = Adres, wiersz 2
address-line-2-brief = twój adres

town-label = Miejscowość
town-brief = twoja miejscowość

postcode-label = Kod pocztowy
postcode-hint = Jeśli nie znasz całego, wystarczy pierwsza część
postcode-brief = twój kod pocztowy
postcode-keep = Tak, to mój kod pocztowy
postcode-keep-for-others = Tak, to ich kod pocztowy

council-label = Na terenie której gminy (council) jesteś?
council-label-for-others = Na terenie której gminy (council) są?
council-hint = Możesz zostawić puste, jeśli nie wiesz
council-brief = twoja gmina (council)
council-section = Twoja gmina (council)
council-section-for-others = Gmina (council) rodziny

parents-disagree-label = Rodzice nie zgadzają się co do tego, gdzie mieszka dziecko
parents-disagree-brief = czy rodzice zgadzają się, gdzie mieszka dziecko

## Language and access

language-title = Język i ułatwienia
language-section = Język i ułatwienia
language-label = W jakim języku mamy się z tobą porozumiewać?
language-label-for-others = W jakim języku mamy się z nimi porozumiewać?
language-brief = w jakim języku się porozumiewać

interpreter-label = Potrzebny mi tłumacz
interpreter-label-for-others = Potrzebny im tłumacz
interpreter-brief = czy potrzebny jest tłumacz

access-label = Czy coś z tego by ci ułatwiło?
access-label-for-others = Czy coś z tego by im ułatwiło?
access-brief = co by ci ułatwiło

access-note-label = Czy jest coś jeszcze, co by ułatwiło?
access-note-brief = co by ci ułatwiło

## Children

children-title = Twoje dzieci
children-title-for-others = Dzieci
children-section = Twoje dzieci
children-section-for-others = Dzieci
children-lead = Napisz o każdym dziecku, także o tym, którego się spodziewasz.
children-lead-for-others = Napisz o każdym dziecku, także o tym, którego rodzina się spodziewa.
children-add-first = Dodaj dziecko
children-add = Dodaj kolejne dziecko
# Beside a child's name, on a button and a link.
remove = Usuń
# $number counts the children from 1.
child-title = Dziecko { $number }

# $error is the error, which is about the child of this number.
child-error = Dziecko { $number }: { $error }

child-given-name-label = Imię
child-given-name-brief = imię dziecka

child-family-name-label = Nazwisko
child-family-name-brief = nazwisko dziecka

child-birth-label = Kiedy urodziło się to dziecko?
child-birth-hint = Napisz tyle, ile wiesz
child-birth-brief = kiedy urodziło się dziecko
child-birth-born = Znam datę urodzenia
child-birth-about = Wiem mniej więcej, ile lat ma dziecko
child-birth-due = Dziecko jeszcze się nie urodziło
child-birth-not-sure = Nie mam pewności

child-date-label = Data urodzenia
child-date-hint =
    Na przykład 27 3 2021. Miesiąc można wpisać słowem. Wystarczy sam rok.
child-day-label = Dzień
child-day-brief = data urodzenia dziecka
child-month-label = Miesiąc
child-month-brief = data urodzenia dziecka
child-year-label = Rok
child-year-brief = data urodzenia dziecka

child-age-label = Ile ma mniej więcej lat?
child-age-hint = Na przykład 3, 18 miesięcy albo rok 2021
child-age-brief = ile lat ma dziecko

child-due-label = Na kiedy spodziewane jest dziecko?
child-due-hint = Na przykład 27 marca 2027. Wystarczy w przybliżeniu.
child-due-brief = data, na kiedy spodziewane jest dziecko

# $date is what was typed.
child-born-told = Data urodzenia: { $date }
child-about-told = Około { $date }
child-due-told = Termin porodu: { $date }

children-not-known-label = Wolę nic nie mówić o dzieciach
children-not-known-brief = że wolisz nic nie mówić o dzieciach

## What would help

help-title = Co by pomogło?
help-title-for-others = Co pomogłoby rodzinie?
help-section = Co by pomogło
needs-label = W czym potrzebna jest pomoc?
needs-label-for-others = W czym potrzebują pomocy?
needs-hint = Wybierz, ile chcesz. Jeśli nie masz pewności, nic nie szkodzi: wybierz „Nie mam pewności”.
needs-brief = w czym potrzebna jest pomoc

words-title = Własnymi słowami
words-section = Własnymi słowami
what-is-happening-label = Co się dzieje?
what-is-happening-hint = W dowolnym języku. Możesz zostawić puste.
what-is-happening-brief = co się dzieje

what-would-help-label = Co pomogłoby najbardziej?
what-would-help-brief = co pomogłoby najbardziej

already-tried-label = Czego już próbowano?
already-tried-label-for-others = Czego już próbowali?
already-tried-brief = czego już próbowano

who-else-helps-label = Kto pomaga ci teraz?
who-else-helps-label-for-others = Kto pomaga im teraz?
who-else-helps-hint = Na przykład rodzina, szkoła, lekarz albo health visitor
who-else-helps-brief = kto pomaga ci teraz

wait-section = Jak szybko
can-wait-label = Czy to może poczekać kilka dni?
can-wait-brief = czy to może poczekać kilka dni
can-wait-yes = Tak, może poczekać
can-wait-not-sure = Nie mam pewności
can-wait-no = Nie, potrzebujemy pomocy dzisiaj
can-wait-no-for-others = Nie, potrzebują pomocy dzisiaj

someone-may-be-hurt-label = Czy komuś dzieje się krzywda albo może się dziać?
someone-may-be-hurt-hint =
    Jeśli to zaznaczysz, najpierw przeczytają to ludzie, których praca polega na dbaniu o
    bezpieczeństwo dzieci. Od razu pokażemy numery telefonów.
someone-may-be-hurt-brief = czy komuś dzieje się krzywda
someone-may-be-hurt-yes = Tak, obawiam się, że komuś dzieje się krzywda albo może się dziać

## Agreeing

agree-title = Przekazywanie tego, co nam piszesz
agree-section = Przekazywanie tego, co nam piszesz
agree-share =
    Przekazujemy to zespołowi najbliższego Family Hub. Używa tego, żeby pomóc tobie i twojej
    rodzinie.
agree-law = Gmina (council) chroni te informacje i przechowuje je tylko tak długo, jak musi.
agree-change =
    Możesz później zmienić zdanie. Powiedz w hubie albo napisz na stronie, na której sprawdzasz swoją
    prośbę.
agree-more = Kiedy możemy przekazać więcej
agree-safety =
    Jeśli komuś może stać się poważna krzywda, musimy powiedzieć o tym ludziom, których praca polega na
    dbaniu o bezpieczeństwo dzieci. Jeśli to możliwe, najpierw powiemy tobie.
agree-label = Czy się zgadzasz?
agree-hint = Możesz wysłać formularz niezależnie od odpowiedzi
agree-brief = czy się zgadzasz
agree-yes = Tak, zgadzam się
agree-not-yet = Jeszcze nie
agree-reason-label = Czy chcesz najpierw o coś zapytać?
agree-reason-hint = Możesz zostawić puste
agree-reason-brief = o co chcesz najpierw zapytać

choose-or-leave-empty = Wybierz albo zostaw puste

## Needs

need-parenting = Bycie rodzicem i zachowanie dzieci
need-pregnancy-and-birth = Ciąża, poród albo rejestracja narodzin
need-health-visiting = Badania kontrolne niemowlęcia lub dziecka
need-infant-feeding = Karmienie niemowlęcia
need-infant-feeding-for-others = Karmienie dziecka
need-perinatal-mental-health = Smutek lub niepokój przed porodem albo po nim
need-play-and-early-learning = Zabawa i nauka w domu
need-childcare = Opieka nad dzieckiem i jej koszty
need-speech-and-language = Nauka mówienia
need-send = Dziecko, które potrzebuje więcej pomocy w nauce lub ma niepełnosprawność
need-child-mental-health = Jak czuje się dziecko
need-parent-mental-health = Jak ty się czujesz
need-parent-mental-health-for-others = Jak czuje się rodzic lub opiekun
need-healthy-living = Jedzenie, waga, zęby, sen, palenie
need-substance-use = Alkohol lub narkotyki
need-parental-conflict = Kłótnie między rodzicami
need-separation = Rozstanie albo wychowywanie dziecka osobno
need-domestic-abuse = Ktoś cię straszy, krzywdzi lub kontroluje
need-domestic-abuse-for-others = Ktoś ich straszy, krzywdzi lub kontroluje
need-housing = Mieszkanie lub miejsce, w którym mieszkasz
need-housing-for-others = Mieszkanie lub miejsce, w którym mieszkają
need-money-and-benefits = Pieniądze, długi, jedzenie, zasiłki
need-work-and-skills = Praca i szkolenia
need-school-attendance = Szkoła i chodzenie do szkoły
need-youth-support = Zajęcia dla młodych ludzi albo ktoś do rozmowy
need-exploitation-and-offending = Kłopoty z policją albo wykorzystywanie przez innych
need-caring = Dziecko, które się kimś opiekuje, albo wychowywanie dziecka z dalszej rodziny
need-caring-for-others =
    Dziecko, które się kimś opiekuje, albo wychowywanie dziecka z ich dalszej rodziny
need-loss-and-isolation = Strata bliskiej osoby, samotność albo życie w nowym miejscu
need-not-sure = Nie mam pewności

## Relationships

relationship-mother = Matka
relationship-father = Ojciec
relationship-parent = Rodzic
relationship-expectant-parent = Spodziewam się dziecka
relationship-step-parent = Ojczym lub macocha
relationship-parents-partner = Partner lub partnerka rodzica
relationship-grandparent = Babcia lub dziadek
relationship-aunt-or-uncle = Ciocia lub wujek
relationship-sibling = Brat lub siostra
relationship-other-relative = Ktoś inny z rodziny
relationship-foster-carer = Rodzic zastępczy
relationship-guardian = Opiekun prawny
relationship-special-guardian = Special guardian albo opiekun dziecka z rodziny
relationship-carer = Opiekun
relationship-young-person = Sama młoda osoba
relationship-other = Ktoś inny
relationship-not-known = Nie wiadomo

## Ways to reach somebody

way-call = Telefon
way-text = SMS
way-email = E-mail
way-letter = List
way-voicemail = Poczta głosowa

## Things that would make it easier

access-step-free = Dostęp bez schodów
access-hearing-support = Pomoc przy słabym słuchu
access-sight-support = Pomoc w widzeniu lub czytaniu druku
access-easy-read = Tekst łatwy do czytania
access-quiet-space = Ciche miejsce
access-home-visit = Wizyta w domu
access-other = Coś innego
