# Pages on these pages: accessibility, privacy, cookies, contact
#
# DRAFT in Polish, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# $name is the council's name. The council's own words (how to complain, how long) stay as it wrote them.

about-accessibility-link = Dostępność
about-privacy-link = Prywatność
about-cookies-link = Pliki cookie
about-contact-link = Kontakt
about-of = Dotyczy: { $name }
about-email = E-mail
about-phone = Telefon
about-post = Poczta
about-officer = Inspektor ochrony danych
about-complaints = Jeśli coś cię niepokoi
# Where a council has not filled in its part. $phone is its front door's number.
about-not-filled = { $name }: nie ma tu jeszcze więcej informacji. Zadzwoń pod { $phone }.

## Accessibility

about-accessibility-title = Dostępność
about-accessibility-lead =
    Chcemy, żeby każdy mógł korzystać z tych stron. Możesz powiększyć je do 400%, używać samej
    klawiatury albo czytnika ekranu. Działają bez skryptów.
about-accessibility-state-title = Na ile te strony są dostępne
about-accessibility-state =
    Częściowo spełniają wytyczne Web Content Accessibility Guidelines, wersja 2.2, poziom AA, z powodów
    podanych poniżej.
about-accessibility-gaps-title = Czego nie spełniają
about-accessibility-gap-title =
    Każda strona ma ten sam tytuł, „Information”, żeby historia urządzenia nie pokazywała, czego ktoś
    szukał (2.4.2, tytuły stron). Nagłówek na każdej stronie mówi, o czym ona jest.
about-accessibility-gap-time =
    Usuwamy to, co zostało wpisane, po 4 godzinach bez użycia (2.2.1, dostosowanie czasu). Robimy to
    dla twojego bezpieczeństwa.
about-accessibility-tested-title = Jak je sprawdzamy
about-accessibility-tested =
    Każda strona jest sprawdzana narzędziem axe-core i za pomocą klawiatury przy każdej zmianie stron.
# $day is "28 November 2026".
about-accessibility-checked = { $name }: ostatnie sprawdzenie { $day }.
about-accessibility-tell-title = Powiedz nam o problemie
about-accessibility-tell =
    Jeśli coś nie działa albo potrzebujesz tego w innej postaci, powiedz nam:
about-accessibility-enforce =
    Jeśli nasza odpowiedź cię nie zadowala, zadzwoń do Equality Advisory and Support Service pod
    { $phone }. Przestrzegania przepisów o dostępności (z 2018 roku) pilnuje Equality and Human Rights
    Commission.

## Privacy

about-privacy-title = Jak używamy twoich informacji
about-privacy-lead =
    Family Hubs twojej gminy (council) używają tego, co wysyłasz, żeby zapewnić ci właściwą pomoc. O
    tym, jak są używane, decyduje zgodnie z prawem gmina. Nazywa się ją administratorem danych.
about-privacy-what-title = O co prosimy
about-privacy-what =
    O imię i nazwisko, bezpieczny sposób kontaktu, miejsce zamieszkania, informacje o dzieciach i o
    tym, co by pomogło. Tylko to, co chcesz nam powiedzieć.
about-privacy-why-title = Dlaczego wolno nam ich używać
about-privacy-why =
    Gminy mają obowiązek pomagać rodzinom i dbać o bezpieczeństwo dzieci. W prawie nazywa się to
    „zadaniem publicznym”. Informacje o zdrowiu i innych sprawach prywatnych są potrzebne ze względu na
    ważny interes publiczny.
about-privacy-who-title = Kto to widzi
about-privacy-who-hub = Zespół najbliższego Family Hub.
about-privacy-who-safe =
    Zespół gminy do spraw dzieci, jeśli dziecku może dziać się krzywda. Być może będzie musiał
    przekazać to dalej, nawet wbrew twojej woli.
about-privacy-who-area = Inna gmina, jeśli mieszkasz na jej terenie.
about-privacy-who-notice =
    Jeśli wybierzesz wiadomość: GOV.UK Notify, które ją wysyła. Widzi numer albo adres oraz numer sprawy.
about-privacy-who-not = Nie sprzedajemy tego. Żaden komputer nie decyduje, czy dostaniesz pomoc.
about-privacy-how-title = Jak to chronimy
about-privacy-how =
    To, co wpisujesz, jest u nas zaszyfrowane do chwili wysłania i usuwane po 4 godzinach bez użycia.
    To, co wysyłasz, też jest zaszyfrowane. Zapisujemy każdy przypadek, gdy pracownik na to patrzy.
about-privacy-rights-title = Twoje prawa
about-privacy-rights =
    Możesz poprosić, żeby to zobaczyć, poprawić, usunąć, ograniczyć użycie albo sprzeciwić się użyciu.
    Niektóre z tych rzeczy nie są możliwe, gdy trzeba chronić dziecko.
about-privacy-rights-how = Zwróć się do inspektora ochrony danych w swojej gminie:
about-privacy-ico =
    Możesz też złożyć skargę do Information Commissioner: { $phone }, ico.org.uk/make-a-complaint.
about-retention = Jak długo to przechowujemy

## Cookies

about-cookies-title = Pliki cookie
about-cookies-lead =
    Pliki cookie to małe pliki na twoim urządzeniu. Używamy tylko tych, bez których te strony nie mogą
    działać, więc nie pytamy o zgodę. Nie śledzimy cię i nikt inny nie zapisuje tu żadnych plików.
about-cookies-form = Znajduje to, co zostało wpisane. Zawiera losową liczbę i nic o tobie.
about-cookies-status = Znajduje sprawdzaną prośbę. Zawiera losową liczbę.
about-cookies-language = Zapamiętuje wybrany język.
about-cookies-end-close = Znika po wyjściu albo po zamknięciu przeglądarki.
about-cookies-end-idle =
    Znika po 4 godzinach bez użycia, po wyjściu albo po zamknięciu przeglądarki.
about-cookies-exit = „Opuść tę stronę” usuwa je wszystkie.

## Contact

about-contact-title = Skontaktuj się z nami
about-contact-lead =
    Masz pytania o te strony? Zapytaj swoją gminę (council). Aby poprosić o pomoc, użyj formularza.
about-contact-door = Jeśli martwisz się o dziecko
