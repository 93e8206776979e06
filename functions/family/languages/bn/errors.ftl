# Errors
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
#
# error-<question>-<code> is for one question, error-<code> for any. They never repeat what was typed.

## Any question

error-code-not-recognised = উত্তরগুলোর একটি বেছে নিন
error-conflict = এই উত্তরগুলো একে অন্যের সঙ্গে মেলে না। দেখে নিন
error-required = এই প্রশ্নের উত্তর দিন
# $question is the question, such as "What is happening?"
error-too-long = ‘{ $question }’-এর উত্তর খুব লম্বা। কম কথায় লিখুন
error-empty = এখানে কিছু লিখুন, অথবা খালি রাখুন

## Who asks, and how to reach them

error-who-required = এই ফর্ম কে পূরণ করছেন তা বেছে নিন
error-who-code-not-recognised = এই ফর্ম কে পূরণ করছেন তা বেছে নিন
error-family-asked-required = পরিবার কী বলে তা বেছে নিন
error-given-name-required = আপনার নামের প্রথম বা শেষ অংশ লিখুন
error-given-name-required-for-others = তাঁর নামের প্রথম বা শেষ অংশ লিখুন
error-agree-required = ‘হ্যাঁ’ বা ‘এখনও না’ বেছে নিন
error-own-age-age-not-read = আপনার বয়স লিখুন, যেমন 15
error-own-age-too-old =
    19 বছর পর্যন্ত, অথবা প্রতিবন্ধিতা থাকলে বা শেখায় বাড়তি সাহায্য লাগলে 25 বছর পর্যন্ত, আপনি নিজের জন্য চাইতে
    পারেন। বয়স বেশি হলে ফিরে গিয়ে অন্য উত্তর বেছে নিন, অথবা hub-এ ফোন করুন
error-own-age-date-in-future = আপনার বয়স লিখুন, যেমন 15, অথবা অতীতের একটি জন্মতারিখ
error-safe-to-required = যোগাযোগের একটি নিরাপদ উপায় দিন, অথবা আপনি নিজে আসবেন বলে টিক দিন
error-safe-to-required-for-others =
    তাঁদের সঙ্গে যোগাযোগের একটি নিরাপদ উপায় দিন, অথবা তাঁরা নিজেরা আসবেন বলে টিক দিন
error-safe-to-conflict =
    আপনি যোগাযোগের একটি উপায়ে টিক দিয়েছেন, আবার যোগাযোগ না করতেও টিক দিয়েছেন। একটি তুলে নিন
error-phone-phone-not-recognised = একটি ফোন নম্বর লিখুন, যেমন 01632 960 001 বা 07700 900 982
error-phone-needed-for-safe-way =
    আপনি বলেছেন আপনাকে ফোন বা মেসেজ করা নিরাপদ। আপনার ফোন নম্বর লিখুন, অথবা টিকগুলো তুলে নিন
error-phone-needed-for-safe-way-for-others =
    আপনি বলেছেন তাঁদের ফোন বা মেসেজ করা নিরাপদ। তাঁদের ফোন নম্বর লিখুন, অথবা টিকগুলো তুলে নিন
error-phone-is-it-safe =
    এই নম্বরে আপনাকে ফোন বা মেসেজ করা কি নিরাপদ? যে উপায়গুলো নিরাপদ সেগুলোতে টিক দিন, অথবা নম্বরটি মুছে দিন
error-phone-is-it-safe-for-others =
    এই নম্বরে তাঁদের ফোন বা মেসেজ করা কি নিরাপদ? যে উপায়গুলো নিরাপদ সেগুলোতে টিক দিন, অথবা নম্বরটি
    মুছে দিন
error-email-email-not-recognised = একটি ইমেইল ঠিকানা লিখুন, যেমন name@example.com
error-email-needed-for-safe-way =
    আপনি বলেছেন আপনাকে ইমেইল করা নিরাপদ। আপনার ইমেইল ঠিকানা লিখুন, অথবা টিকটি তুলে নিন
error-email-needed-for-safe-way-for-others =
    আপনি বলেছেন তাঁদের ইমেইল করা নিরাপদ। তাঁদের ইমেইল ঠিকানা লিখুন, অথবা টিকটি তুলে নিন
error-email-is-it-safe =
    আপনাকে ইমেইল করা কি নিরাপদ? হলে ‘আমাকে ইমেইল করতে পারেন’-এ টিক দিন, না হলে ঠিকানাটি মুছে দিন
error-email-is-it-safe-for-others =
    তাঁদের ইমেইল করা কি নিরাপদ? হলে ‘তাঁদের ইমেইল করতে পারেন’-এ টিক দিন, না হলে ঠিকানাটি মুছে দিন
error-safe-to-needed-for-safe-way = ঠিকানা ছাড়া আমরা চিঠি পাঠাতে পারি না। চিঠির টিকটি তুলে নিন

## Where they live

error-where-required = আপনার পোস্টকোড লিখুন, অথবা অন্য উত্তর বেছে নিন
error-where-required-for-others = তাঁদের পোস্টকোড লিখুন, অথবা অন্য উত্তর বেছে নিন
error-postcode-required = আপনার পোস্টকোড লিখুন, অথবা অন্য উত্তর বেছে নিন
error-postcode-required-for-others = তাঁদের পোস্টকোড লিখুন, অথবা অন্য উত্তর বেছে নিন
error-postcode-postcode-not-found =
    এই পোস্টকোড আমরা পাইনি। এটি কি নতুন? দেখে নিন, অথবা এটিই রাখুন
error-postcode-postcode-ended =
    এই পোস্টকোড আর ব্যবহার হয় না। আপনি কি বাসা বদলেছেন? এখনকারটি লিখুন, অথবা এটিই রাখুন
error-postcode-postcode-ended-for-others =
    এই পোস্টকোড আর ব্যবহার হয় না। তাঁরা কি বাসা বদলেছেন? এখনকারটি লিখুন, অথবা এটিই রাখুন
error-postcode-postcode-outside-england =
    এই পোস্টকোড ইংল্যান্ডের নয়। Family Hubs ইংল্যান্ডে আছে। দেখে নিন, অথবা এটিই রাখুন: আপনি যা পাঠাবেন তা আমরা
    পৌঁছে দেব
error-postcode-postcode-of-no-home =
    এই পোস্টকোড কোনো বাসার নয়। আপনি যেখানে থাকেন সেখানকার পোস্টকোড লিখুন, অথবা এটিই রাখুন
error-postcode-postcode-of-no-home-for-others =
    এই পোস্টকোড কোনো বাসার নয়। তাঁরা যেখানে থাকেন সেখানকার পোস্টকোড লিখুন, অথবা এটিই রাখুন
error-where-conflict =
    আপনার স্থায়ী ঠিকানা না থাকলে ঠিকানা ও পোস্টকোড খালি রাখুন। আপনার দেওয়া ঠিকানা আমরা ব্যবহার করতে পারলে বেছে
    নিন যে আপনার ঠিকানা আছে
error-where-conflict-for-others =
    তাঁদের স্থায়ী ঠিকানা না থাকলে ঠিকানা ও পোস্টকোড খালি রাখুন। আপনার দেওয়া ঠিকানা আমরা ব্যবহার
    করতে পারলে বেছে নিন যে তাঁদের ঠিকানা আছে
error-address-line-1-needed-for-safe-way =
    আপনি বলেছেন আপনাকে চিঠি পাঠানো নিরাপদ। আপনার ঠিকানা লিখুন, অথবা টিকটি তুলে নিন
error-address-line-1-needed-for-safe-way-for-others =
    আপনি বলেছেন তাঁদের চিঠি পাঠানো নিরাপদ। তাঁদের ঠিকানা লিখুন, অথবা টিকটি তুলে নিন
error-postcode-postcode-not-recognised =
    যুক্তরাজ্যের একটি পোস্টকোড লিখুন, যেমন SW1V 2AA, অথবা এর প্রথম অংশ, যেমন SW1V
error-postcode-postcode-unclear = পোস্টকোডটি দেখে নিন। কীভাবে পড়তে হবে তা আমরা নিশ্চিত নই
error-council-code-not-recognised = তালিকা থেকে আপনার কাউন্সিল বেছে নিন
error-council-gss-code = তালিকা থেকে আপনার কাউন্সিল বেছে নিন
error-language-code-not-recognised = তালিকা থেকে একটি ভাষা বেছে নিন
error-language-language-shape = তালিকা থেকে একটি ভাষা বেছে নিন

## Children

error-children-not-known-required = একটি শিশু যোগ করুন, অথবা বলতে চান না বলে টিক দিন
error-child-given-name-required =
    শিশুর নাম বা জন্মতারিখ লিখুন, অথবা শিশুর জন্মের সম্ভাব্য তারিখ লিখুন
error-child-day-required = জন্মতারিখ লিখুন, অথবা অন্য উত্তর বেছে নিন
error-child-age-required = শিশুর মোটামুটি বয়স লিখুন, অথবা অন্য উত্তর বেছে নিন
error-child-due-required = শিশুর জন্মের সম্ভাব্য তারিখ লিখুন, অথবা অন্য উত্তর বেছে নিন
error-year-in-two-digits = এটি কোন সাল? পুরো 4টি সংখ্যা লিখুন, যেমন 2021
error-date-not-read = একটি তারিখ লিখুন, যেমন 27 মার্চ 2021, অথবা শুধু সাল
error-age-not-read = একটি বয়স লিখুন, যেমন 3 বা 18 মাস, অথবা একটি সাল, যেমন 2021
error-due-day-missing = দিনটিও লিখুন, যেমন 27 মার্চ 2027। আন্দাজ হলেও চলবে
error-day-missing = একটি দিন লিখুন, যেমন 27
error-month-missing = একটি মাস লিখুন, যেমন 3 বা মার্চ
error-year-missing = 4টি সংখ্যায় সাল লিখুন, যেমন 2021
error-date-not-real = সঠিক একটি তারিখ লিখুন
error-date-too-early = জন্মতারিখ 1900 সালে বা তার পরে হতে হবে
error-date-in-future =
    জন্মতারিখ অতীতে হতে হবে। আপনার শিশুর জন্ম এখনও না হলে সেই উত্তরটি বেছে নিন
error-due-date-too-late = আপনার শিশুর জন্মের সম্ভাব্য তারিখ আগামী 10 মাসের মধ্যে হতে হবে
error-due-date-too-early =
    সম্ভাব্য তারিখটি এক বছরেরও বেশি আগের। আপনার শিশুর জন্ম হয়ে থাকলে জন্মতারিখ দিন

## What would help

error-needs-required = কী নিয়ে সাহায্য চান তা বেছে নিন, অথবা ‘নিশ্চিত নই’ বেছে নিন
error-needs-required-for-others = তাঁরা কী নিয়ে সাহায্য চান তা বেছে নিন, অথবা ‘নিশ্চিত নই’ বেছে নিন
