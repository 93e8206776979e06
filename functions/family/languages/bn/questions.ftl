# The questions of the form
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# A question has -label, mostly -hint, and -brief, which names its answer within a list: "আপনার ফোন
# নম্বর". An answer to choose has the question's name and its own. A page with several questions has
# -title, and -section where its answers stand together.

## Who asks

who-label = এই ফর্ম কে পূরণ করছেন?
who-brief = ফর্ম কে পূরণ করছেন
who-section = আপনার সম্পর্কে
who-self-parent = আমি বাবা, মা বা যত্নকারী
who-self-young-person = আমি কিশোর বা তরুণ বয়সী, এটি আমার নিজের জন্য
who-relative = আমি পরিবারটির আত্মীয়
who-friend = আমি পরিবারটির বন্ধু বা প্রতিবেশী
who-helped-by = আমি একটি পরিবারকে সাহায্য করছি, তাঁরা আমার সঙ্গে আছেন

helper-title = আপনার সম্পর্কে, যিনি সাহায্য করছেন
helper-section = সাহায্যকারী
helper-setting-label = আপনি কোথায় সাহায্য করছেন?
helper-setting-hint = যেমন লাইব্রেরি, মসজিদ, গির্জা বা স্কুল
helper-setting-brief = সাহায্যকারী কোথায় আছেন

helper-organisation-label = আপনি কোথায় কাজ বা স্বেচ্ছাসেবা করেন?
helper-organisation-brief = সাহায্যকারী কোথায় কাজ করেন

helper-name-label = আপনার নাম
helper-name-brief = সাহায্যকারীর নাম

asked-title = পরিবার কী বলে?
asked-section = পরিবার কী বলে
family-asked-label = পরিবার কি এই সাহায্য চায়?
family-asked-hint =
    উত্তর যা-ই হোক, আপনি এই ফর্ম পাঠাতে পারেন। এতে শুধু ঠিক হয় কে আগে এটি পড়বেন।
family-asked-brief = পরিবার এই সাহায্য চায় কি না
family-asked-agreed = হ্যাঁ, আমরা জিজ্ঞেস করেছি এবং তাঁরা রাজি হয়েছেন
family-asked-said-no = আমরা জিজ্ঞেস করেছি এবং তাঁরা না বলেছেন
family-asked-not-safe = আমরা জিজ্ঞেস করিনি, কারণ জিজ্ঞেস করা নিরাপদ নয়
family-asked-not-asked = আমরা এখনও জিজ্ঞেস করিনি

asked-of-label = আপনি কাকে জিজ্ঞেস করেছেন?
asked-of-hint = জিজ্ঞেস না করে থাকলে খালি রাখুন
asked-of-brief = কাকে জিজ্ঞেস করা হয়েছে
asked-of-parent = বাবা বা মা, যাঁর শিশুর জন্য সিদ্ধান্ত নেওয়ার আইনি অধিকার আছে
asked-of-carer = অন্য কেউ যিনি শিশুর দেখাশোনা করেন
asked-of-young-person = কিশোর বা তরুণ বয়সী মানুষটিকে

## A young person

young-title = শুরু করার আগে
young-section = আপনার সম্পর্কে
# $number is Childline's number, as a link.
young-childline =
    আপনি আগে Childline-এর সঙ্গে কথা বলতে পারেন। { $number } নম্বরে ফোন করুন। দিনে-রাতে এটি বিনামূল্যে, আর ফোনের
    বিলে দেখা যায় না।
young-who-will-know =
    Family Hub-এর মানুষেরা আপনার লেখা পড়বেন। যাঁদের কাজ সাহায্য করা, এমন অন্যদের সঙ্গে তাঁদের কথা
    বলতে হতে পারে। সম্ভব হলে তাঁরা আগে আপনার সঙ্গে কথা বলবেন।
young-parents =
    আপনি বিপদে না থাকলে আমরা আপনার বাবা-মাকে জানাই না। তেমন হলে, সম্ভব হলে আমরা আগে আপনার সঙ্গে এ নিয়ে কথা বলব।

own-age-label = আপনার বয়স কত?
own-age-hint =
    19 বছর পর্যন্ত, অথবা প্রতিবন্ধিতা বা বাড়তি চাহিদা থাকলে 25 বছর পর্যন্ত, আপনি নিজের জন্য চাইতে পারেন
own-age-brief = আপনার বয়স
own-send-label = আমার প্রতিবন্ধিতা আছে, অথবা শেখার জন্য বাড়তি সাহায্য লাগে
own-send-brief = আপনার প্রতিবন্ধিতা আছে বা শেখার জন্য বাড়তি সাহায্য লাগে কি না

given-name-label = নামের প্রথম অংশ
given-name-brief = আপনার নামের প্রথম অংশ

family-name-label = নামের শেষ অংশ
family-name-hint = আপনার নাম একটিই হলে যেকোনো একটি ঘরে লিখুন
family-name-hint-for-others = নাম একটিই হলে যেকোনো একটি ঘরে লিখুন
family-name-brief = আপনার নামের শেষ অংশ

name-title = আপনার নাম কী?
name-title-for-others = বাবা, মা বা যত্নকারীর নাম কী?
name-section = নাম

relationship-label = শিশুদের সঙ্গে আপনার সম্পর্ক কী?
relationship-label-for-others = শিশুদের সঙ্গে বাবা, মা বা যত্নকারীর সম্পর্ক কী?
relationship-brief = শিশুদের সঙ্গে আপনার সম্পর্ক

## How to get in touch

contact-title = আমরা কীভাবে আপনার সঙ্গে যোগাযোগ করব?
contact-title-for-others = আমরা কীভাবে পরিবারটির সঙ্গে যোগাযোগ করব?
contact-section = আমরা কীভাবে যোগাযোগ করব
contact-phone = ফোনে
contact-email = ইমেইলে
contact-letter = চিঠিতে
contact-none = অথবা একেবারেই নয়

phone-label = ফোন নম্বর
phone-hint = আপনার জন্য নিরাপদ একটি নম্বর
phone-hint-for-others = পরিবারটির জন্য নিরাপদ একটি নম্বর
phone-brief = আপনার ফোন নম্বর

email-label = ইমেইল ঠিকানা
email-hint = যে ঠিকানা অন্য কেউ পড়ে না
email-hint-for-others = যে ঠিকানা শুধু তাঁরাই পড়েন
email-brief = আপনার ইমেইল ঠিকানা

safe-to-label = নিরাপদ উপায়
safe-to-hint = শুধু সেই উপায় বেছে নিন যা অন্য কেউ দেখবে বা শুনবে না। আমরা অন্য কোনো উপায় ব্যবহার করব না।
safe-to-hint-for-others =
    শুধু সেই উপায় বেছে নিন যা অন্য কেউ দেখবে বা শুনবে না। না জানলে আগে পরিবারকে জিজ্ঞেস করুন।
safe-to-brief = কোন উপায় আপনার জন্য নিরাপদ
safe-to-phone = এই নম্বরে কী নিরাপদ?
safe-to-email = আপনাকে ইমেইল করা কি নিরাপদ?
safe-to-email-for-others = তাঁদের ইমেইল করা কি নিরাপদ?
safe-to-letter = আপনাকে চিঠি পাঠানো কি নিরাপদ?
safe-to-letter-for-others = তাঁদের চিঠি পাঠানো কি নিরাপদ?
safe-call = আমাকে ফোন করতে পারেন
safe-call-for-others = তাঁদের ফোন করতে পারেন
safe-text = আমাকে মেসেজ পাঠাতে পারেন
safe-text-for-others = তাঁদের মেসেজ পাঠাতে পারেন
safe-voicemail = ভয়েসমেইল রাখতে পারেন
safe-email = আমাকে ইমেইল করতে পারেন
safe-email-for-others = তাঁদের ইমেইল করতে পারেন
safe-letter = আমার ঠিকানায় চিঠি পাঠাতে পারেন
safe-letter-for-others = তাঁদের ঠিকানায় চিঠি পাঠাতে পারেন

no-contact-label = আমি নিজে আসব। আমার সঙ্গে যোগাযোগ করবেন না
no-contact-label-for-others = তাঁরা নিজেরা আসবেন। তাঁদের সঙ্গে যোগাযোগ করবেন না
no-contact-brief = যে আপনি নিজে আসবেন

safety-title = নিরাপদে যোগাযোগ
safety-section = নিরাপদে যোগাযোগ
best-times-label = কখন সুবিধা হয়?
best-times-hint = যেমন মঙ্গলবার সকালে
best-times-brief = কখন সুবিধা হয়

must-not-know-label = এমন কেউ কি আছে যার জানা উচিত নয়?
must-not-know-hint =
    সে কে এবং আমাদের কী খেয়াল রাখতে হবে তা বলুন। কেউ না থাকলে খালি রাখুন।
must-not-know-brief = কার জানা উচিত নয়

## Where they live

where-label = আপনি কোথায় থাকেন?
where-label-for-others = পরিবারটি কোথায় থাকে?
where-hint = এতে আপনার কাছের hub খুঁজে পেতে সুবিধা হয়
where-hint-for-others = এতে তাঁদের কাছের hub খুঁজে পেতে সুবিধা হয়
where-brief = আপনি কোথায় থাকেন
where-section = আপনি কোথায় থাকেন
where-section-for-others = পরিবারটি কোথায় থাকে
where-address = আমি পোস্টকোড দিতে পারি
where-address-for-others = আমি তাঁদের পোস্টকোড দিতে পারি
where-no-fixed-address = আমার স্থায়ী ঠিকানা নেই
where-no-fixed-address-for-others = তাঁদের স্থায়ী ঠিকানা নেই
where-no-fixed-address-hint = যেমন আপনি বন্ধুদের সঙ্গে বা হোস্টেলে থাকেন
where-no-fixed-address-hint-for-others = যেমন তাঁরা বন্ধুদের সঙ্গে বা হোস্টেলে থাকেন
where-concealed = আমি কোথায় আছি বলতে পারছি না
where-concealed-for-others = তাঁরা কোথায় আছেন বলতে পারছি না
where-concealed-hint = আমরা শুধু আপনার কাউন্সিল জানতে চাই। আপনার ঠিকানা আমরা কখনও রাখি না।
where-concealed-hint-for-others =
    আমরা শুধু তাঁদের কাউন্সিল জানতে চাই। তাঁদের ঠিকানা আমরা কখনও রাখি না।

address-title = আপনার ঠিকানা কী?
address-title-for-others = পরিবারটির ঠিকানা কী?
address-section = আপনার ঠিকানা
address-section-for-others = পরিবারটির ঠিকানা
address-line-1-label = ঠিকানার লাইন 1
address-line-1-hint = এর সবটাই খালি রাখতে পারেন
address-line-1-brief = আপনার ঠিকানা

address-line-2-label = ঠিকানার লাইন 2
address-line-2-brief = আপনার ঠিকানা

town-label = শহর
town-brief = আপনার শহর

postcode-label = পোস্টকোড
postcode-hint = পুরোটা না জানলে প্রথম অংশই যথেষ্ট
postcode-brief = আপনার পোস্টকোড
postcode-keep = হ্যাঁ, এটিই আমার পোস্টকোড
postcode-keep-for-others = হ্যাঁ, এটিই তাঁদের পোস্টকোড

council-label = আপনি কোন কাউন্সিলের এলাকায় আছেন?
council-label-for-others = তাঁরা কোন কাউন্সিলের এলাকায় আছেন?
council-hint = না জানলে খালি রাখতে পারেন
council-brief = আপনার কাউন্সিল
council-section = আপনার কাউন্সিল
council-section-for-others = পরিবারটির কাউন্সিল

parents-disagree-label = শিশু কোথায় থাকবে তা নিয়ে বাবা-মা একমত নন
parents-disagree-brief = শিশু কোথায় থাকবে তা নিয়ে বাবা-মা একমত কি না

## Language and access

language-title = ভাষা ও সুবিধা
language-section = ভাষা ও সুবিধা
language-label = আপনার সঙ্গে কোন ভাষায় কথা বলব?
language-label-for-others = তাঁদের সঙ্গে কোন ভাষায় কথা বলব?
language-brief = আপনার সঙ্গে কোন ভাষায় কথা বলব

interpreter-label = আমার একজন দোভাষী দরকার
interpreter-label-for-others = তাঁদের একজন দোভাষী দরকার
interpreter-brief = আপনার দোভাষী দরকার কি না

access-label = এগুলোর কোনোটি থাকলে কি আপনার সুবিধা হবে?
access-label-for-others = এগুলোর কোনোটি থাকলে কি তাঁদের সুবিধা হবে?
access-brief = কী হলে আপনার সুবিধা হবে

access-note-label = আর কিছু কি আছে যাতে সুবিধা হবে?
access-note-brief = কী হলে আপনার সুবিধা হবে

## Children

children-title = আপনার সন্তান
children-title-for-others = সন্তান
children-section = আপনার সন্তান
children-section-for-others = সন্তান
children-lead = প্রতিটি সন্তানের কথা বলুন, যে শিশুর জন্ম হতে যাচ্ছে তার কথাও।
children-lead-for-others = প্রতিটি সন্তানের কথা বলুন, তাঁদের যে শিশুর জন্ম হতে যাচ্ছে তার কথাও।
children-add-first = সন্তান যোগ করুন
children-add = আরেকটি সন্তান যোগ করুন
# Beside a child's name, on a button and a link.
remove = বাদ দিন
# $number counts the children from 1.
child-title = সন্তান { $number }

# $error is the error, which is about the child of this number.
child-error = সন্তান { $number }: { $error }

child-given-name-label = নামের প্রথম অংশ
child-given-name-brief = সন্তানের নাম

child-family-name-label = নামের শেষ অংশ
child-family-name-brief = সন্তানের নামের শেষ অংশ

child-birth-label = এই সন্তানের জন্ম কবে?
child-birth-hint = যতটুকু জানেন বলুন
child-birth-brief = সন্তানের জন্ম কবে
child-birth-born = আমি জন্মতারিখ জানি
child-birth-about = আমি মোটামুটি বয়স জানি
child-birth-due = শিশুর জন্ম এখনও হয়নি
child-birth-not-sure = আমি নিশ্চিত নই

child-date-label = জন্মতারিখ
child-date-hint = যেমন 27 3 2021। মাস কথায়ও লেখা যায়। শুধু সাল দিলেও চলবে।
child-day-label = দিন
child-day-brief = সন্তানের জন্মতারিখ
child-month-label = মাস
child-month-brief = সন্তানের জন্মতারিখ
child-year-label = সাল
child-year-brief = সন্তানের জন্মতারিখ

child-age-label = মোটামুটি বয়স কত?
child-age-hint = যেমন 3, 18 মাস, বা 2021 সাল
child-age-brief = সন্তানের বয়স

child-due-label = শিশুর জন্ম কবে হওয়ার কথা?
child-due-hint = যেমন 27 মার্চ 2027। আন্দাজ হলেও চলবে।
child-due-brief = আপনার শিশুর জন্মের সম্ভাব্য তারিখ

# $date is what was typed.
child-born-told = জন্মতারিখ: { $date }
child-about-told = মোটামুটি { $date }
child-due-told = জন্মের সম্ভাব্য তারিখ: { $date }

children-not-known-label = সন্তানদের সম্পর্কে কিছু বলতে চাই না
children-not-known-brief = যে আপনি সন্তানদের সম্পর্কে কিছু বলতে চান না

## What would help

help-title = কী হলে সাহায্য হবে?
help-title-for-others = কী হলে পরিবারটির সাহায্য হবে?
help-section = কী হলে সাহায্য হবে
needs-label = আপনি কী নিয়ে সাহায্য চান?
needs-label-for-others = তাঁরা কী নিয়ে সাহায্য চান?
needs-hint = যতগুলো ইচ্ছা বেছে নিন। নিশ্চিত না হলেও সমস্যা নেই: ‘নিশ্চিত নই’ বেছে নিন।
needs-brief = আপনি কী নিয়ে সাহায্য চান

words-title = আপনার নিজের কথায়
words-section = আপনার নিজের কথায়
what-is-happening-label = কী হচ্ছে?
what-is-happening-hint = যেকোনো ভাষায়। খালি রাখতে পারেন।
what-is-happening-brief = কী হচ্ছে

what-would-help-label = কী হলে সবচেয়ে বেশি সাহায্য হবে?
what-would-help-brief = কী হলে সবচেয়ে বেশি সাহায্য হবে

already-tried-label = আপনি কী চেষ্টা করেছেন?
already-tried-label-for-others = তাঁরা কী চেষ্টা করেছেন?
already-tried-brief = আপনি কী চেষ্টা করেছেন

who-else-helps-label = এখন কে আপনাকে সাহায্য করেন?
who-else-helps-label-for-others = এখন কে তাঁদের সাহায্য করেন?
who-else-helps-hint = যেমন পরিবার, স্কুল, ডাক্তার বা health visitor
who-else-helps-brief = এখন কে আপনাকে সাহায্য করেন

wait-section = কত তাড়াতাড়ি
can-wait-label = এটি কি কয়েক দিন অপেক্ষা করতে পারে?
can-wait-brief = এটি কয়েক দিন অপেক্ষা করতে পারে কি না
can-wait-yes = হ্যাঁ, অপেক্ষা করতে পারে
can-wait-not-sure = আমি নিশ্চিত নই
can-wait-no = না, আজই আমাদের সাহায্য দরকার
can-wait-no-for-others = না, আজই তাঁদের সাহায্য দরকার

someone-may-be-hurt-label = কাউকে কি আঘাত করা হচ্ছে, বা করা হতে পারে?
someone-may-be-hurt-hint =
    এখানে টিক দিলে যাঁদের কাজ শিশুদের নিরাপদ রাখা, তাঁরা সবার আগে এটি পড়বেন। আমরা সঙ্গে সঙ্গে ফোন নম্বর দেখাব।
someone-may-be-hurt-brief = কাউকে আঘাত করা হচ্ছে কি না
someone-may-be-hurt-yes = হ্যাঁ, আমার চিন্তা হচ্ছে যে কাউকে আঘাত করা হচ্ছে বা করা হতে পারে

## Agreeing

agree-title = আপনি যা বলেছেন তা কাকে জানানো হয়
agree-section = আপনি যা বলেছেন তা কাকে জানানো হয়
agree-share =
    আপনি যা বলেছেন তা আমরা আপনার কাছের Family Hub টিমকে জানাই। তাঁরা তা আপনাকে ও আপনার পরিবারকে
    সাহায্য করতে ব্যবহার করেন।
agree-law = কাউন্সিল তা নিরাপদে রাখে, এবং যতদিন দরকার শুধু ততদিন রাখে।
agree-change =
    আপনি পরে মত বদলাতে পারেন। hub-কে বলুন, অথবা যে পাতায় আপনার অনুরোধ দেখেন সেখানে লিখুন।
agree-more = কখন আমরা আরও বেশি জানাতে পারি
agree-safety =
    কারও গুরুতর ক্ষতি হতে পারলে যাঁদের কাজ শিশুদের নিরাপদ রাখা, তাঁদের আমাদের জানাতেই হয়। সম্ভব হলে আমরা আগে
    আপনাকে বলি।
agree-label = আপনি কি রাজি?
agree-hint = উত্তর যা-ই হোক, আপনি ফর্ম পাঠাতে পারেন
agree-brief = আপনি রাজি কি না
agree-yes = হ্যাঁ, আমি রাজি
agree-not-yet = এখনও না
agree-reason-label = আপনি কি আগে কিছু জানতে চান?
agree-reason-hint = খালি রাখতে পারেন
agree-reason-brief = আপনি আগে কী জানতে চান

choose-or-leave-empty = বেছে নিন, অথবা খালি রাখুন

## Needs

need-parenting = সন্তান পালন ও শিশুদের আচরণ
need-pregnancy-and-birth = গর্ভধারণ ও প্রসব, বা জন্ম নিবন্ধন
need-health-visiting = শিশুর স্বাস্থ্য পরীক্ষা
need-infant-feeding = শিশুকে খাওয়ানো
need-infant-feeding-for-others = তাঁদের শিশুকে খাওয়ানো
need-perinatal-mental-health = প্রসবের আগে বা পরে মন খারাপ বা দুশ্চিন্তা
need-play-and-early-learning = ঘরে খেলা ও শেখা
need-childcare = শিশুর দেখাশোনা ও তার খরচ
need-speech-and-language = কথা বলা শেখা
need-send = যে শিশুর শিখতে বেশি সাহায্য লাগে, বা প্রতিবন্ধিতা আছে
need-child-mental-health = শিশুর মন কেমন আছে
need-parent-mental-health = আপনার মন কেমন আছে
need-parent-mental-health-for-others = বাবা, মা বা যত্নকারীর মন কেমন আছে
need-healthy-living = খাবার, ওজন, দাঁত, ঘুম, ধূমপান
need-substance-use = মদ বা মাদক
need-parental-conflict = বাবা-মায়ের মধ্যে ঝগড়া
need-separation = বিচ্ছেদ, বা আলাদা থেকে সন্তান পালন
need-domestic-abuse = কেউ আপনাকে ভয় দেখায়, আঘাত করে বা নিয়ন্ত্রণ করে
need-domestic-abuse-for-others = কেউ তাঁদের ভয় দেখায়, আঘাত করে বা নিয়ন্ত্রণ করে
need-housing = বাসা বা থাকার জায়গা
need-housing-for-others = তাঁদের বাসা বা থাকার জায়গা
need-money-and-benefits = টাকা, ঋণ, খাবার, সরকারি ভাতা
need-work-and-skills = কাজ ও প্রশিক্ষণ
need-school-attendance = স্কুল ও স্কুলে যাওয়া
need-youth-support = তরুণদের জন্য কিছু করার সুযোগ, বা কথা বলার কেউ
need-exploitation-and-offending = পুলিশের সঙ্গে ঝামেলা, বা অন্যেরা ব্যবহার করছে
need-caring = যে শিশু কারও দেখাশোনা করে, বা আত্মীয়ের সন্তান পালন
need-caring-for-others = যে শিশু কারও দেখাশোনা করে, বা তাঁদের আত্মীয়ের সন্তান পালন
need-loss-and-isolation = কাউকে হারানো, একা থাকা, বা এখানে নতুন হওয়া
need-not-sure = নিশ্চিত নই

## Relationships

relationship-mother = মা
relationship-father = বাবা
relationship-parent = বাবা বা মা
relationship-expectant-parent = সন্তানের জন্ম হতে যাচ্ছে
relationship-step-parent = সৎমা বা সৎবাবা
relationship-parents-partner = বাবা বা মায়ের সঙ্গী
relationship-grandparent = দাদি, নানি, দাদা বা নানা
relationship-aunt-or-uncle = খালা, ফুফু, মামা বা চাচা
relationship-sibling = ভাই বা বোন
relationship-other-relative = পরিবারের অন্য কেউ
relationship-foster-carer = ফস্টার কেয়ারার (foster carer)
relationship-guardian = অভিভাবক
relationship-special-guardian = স্পেশাল গার্ডিয়ান (special guardian), বা পরিবারের শিশুর দেখাশোনাকারী
relationship-carer = দেখাশোনাকারী
relationship-young-person = কিশোর বা তরুণ বয়সী মানুষটি নিজে
relationship-other = অন্য কেউ
relationship-not-known = জানা নেই

## Ways to reach somebody

way-call = ফোন কল
way-text = মেসেজ
way-email = ইমেইল
way-letter = চিঠি
way-voicemail = ভয়েসমেইল

## Things that would make it easier

access-step-free = সিঁড়ি ছাড়া প্রবেশ
access-hearing-support = শুনতে সাহায্য
access-sight-support = দেখতে বা ছাপা লেখা পড়তে সাহায্য
access-easy-read = সহজ করে লেখা
access-quiet-space = শান্ত জায়গা
access-home-visit = বাসায় এসে দেখা করা
access-other = অন্য কিছু
