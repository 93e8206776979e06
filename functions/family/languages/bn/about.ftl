# Pages on these pages: accessibility, privacy, cookies, contact
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md
# $name is the council's name. The council's own words (how to complain, how long) stay as it wrote them.

about-accessibility-link = সবার ব্যবহারের সুবিধা
about-privacy-link = গোপনীয়তা
about-cookies-link = কুকি
about-contact-link = যোগাযোগ
about-of = { $name }-এর জন্য
about-email = ইমেইল
about-phone = ফোন
about-post = ডাক
about-officer = তথ্য সুরক্ষা কর্মকর্তা
about-complaints = আপনি সন্তুষ্ট না হলে
# Where a council has not filled in its part. $phone is its front door's number.
about-not-filled = { $name } এখনও আমাদের আর কিছু জানায়নি। { $phone } নম্বরে ফোন করুন।

## Accessibility

about-accessibility-title = সবার ব্যবহারের সুবিধা
about-accessibility-lead =
    আমরা চাই সবাই যেন এই পাতাগুলো ব্যবহার করতে পারেন। আপনি 400% পর্যন্ত বড় করতে পারেন, শুধু কিবোর্ড বা স্ক্রিন
    রিডার ব্যবহার করতে পারেন। এগুলো স্ক্রিপ্ট ছাড়াই চলে।
about-accessibility-state-title = এই পাতাগুলো কতটা ব্যবহারযোগ্য
about-accessibility-state =
    এগুলো Web Content Accessibility Guidelines, সংস্করণ 2.2, স্তর AA আংশিকভাবে মেনে চলে। কারণগুলো নিচে দেওয়া
    আছে।
about-accessibility-gaps-title = যা মেনে চলে না
about-accessibility-gap-title =
    সব পাতার শিরোনাম একই, ‘Information’, যাতে আপনার ডিভাইসের হিস্ট্রি থেকে বোঝা না যায় আপনি কী খুঁজেছেন (2.4.2,
    পাতার শিরোনাম)। পাতাটি কী নিয়ে, তা পাতার ভেতরের শিরোনামে লেখা আছে।
about-accessibility-gap-time =
    ব্যবহার না করলে 4 ঘণ্টা পরে আমরা আপনার লেখা মুছে ফেলি (2.2.1, সময়ের সীমা)। আপনার নিরাপত্তার জন্য আমরা এটা
    করি।
about-accessibility-tested-title = আমরা কীভাবে পরীক্ষা করেছি
about-accessibility-tested =
    পাতা বদলালেই প্রতিটি পাতা axe-core নামের টুল ও কিবোর্ড দিয়ে পরীক্ষা করা হয়।
# $day is "28 November 2026".
about-accessibility-checked = { $name } শেষবার পরীক্ষা করেছে: { $day }।
about-accessibility-tell-title = সমস্যা হলে আমাদের বলুন
about-accessibility-tell =
    কোনো কিছু আপনার জন্য কাজ না করলে, বা অন্য কোনো রূপে দরকার হলে আমাদের বলুন:
about-accessibility-enforce =
    আমাদের উত্তরে সন্তুষ্ট না হলে Equality Advisory and Support Service-কে { $phone } নম্বরে ফোন করুন। এই নিয়মগুলো
    (2018) মানা হচ্ছে কি না তা Equality and Human Rights Commission দেখে।

## Privacy

about-privacy-title = আপনার তথ্য আমরা কীভাবে ব্যবহার করি
about-privacy-lead =
    আপনি যা পাঠান তা আপনার কাউন্সিলের Family Hubs আপনাকে সঠিক সাহায্য দিতে ব্যবহার করে। আইন অনুযায়ী তা কীভাবে
    ব্যবহার হবে সেটা আপনার কাউন্সিল ঠিক করে। একে কন্ট্রোলার বলা হয়।
about-privacy-what-title = আমরা কী জানতে চাই
about-privacy-what =
    আপনার নাম, নিরাপদে যোগাযোগের উপায়, আপনি কোথায় থাকেন, আপনার সন্তান, আর কী হলে সাহায্য হবে। শুধু যা আপনি
    নিজে জানাতে চান।
about-privacy-why-title = কেন আমরা তা ব্যবহার করতে পারি
about-privacy-why =
    পরিবারকে সাহায্য করা ও শিশুদের নিরাপদ রাখা কাউন্সিলের দায়িত্ব। আইনে একে ‘জনসেবার কাজ’ বলা হয়। স্বাস্থ্য ও
    অন্য ব্যক্তিগত বিষয়ের তথ্য গুরুত্বপূর্ণ জনস্বার্থে দরকার হয়।
about-privacy-who-title = কে তা দেখে
about-privacy-who-hub = আপনার কাছের Family Hub-এর টিম।
about-privacy-who-safe =
    কোনো শিশুর ক্ষতি হতে পারলে কাউন্সিলের শিশুদের টিম। আপনি না চাইলেও হয়তো তাদের অন্যদের জানাতে হতে পারে।
about-privacy-who-area = অন্য কাউন্সিল, যদি আপনি তার এলাকায় থাকেন।
about-privacy-who-notice =
    আপনি মেসেজ বেছে নিলে: GOV.UK Notify, যা সেটি পাঠায়। সেটি নম্বর বা ঠিকানা, আর আপনার রেফারেন্স নম্বর দেখে।
about-privacy-who-not = আমরা তা বিক্রি করি না। আপনি সাহায্য পাবেন কি না তা কোনো কম্পিউটার ঠিক করে না।
about-privacy-how-title = আমরা কীভাবে তা নিরাপদ রাখি
about-privacy-how =
    আপনি যা লেখেন তা পাঠানো পর্যন্ত আমাদের কাছে তালাবদ্ধ থাকে, এবং ব্যবহার না করলে 4 ঘণ্টা পরে মুছে ফেলা হয়।
    আপনি যা পাঠান তা-ও তালাবদ্ধ থাকে। কোনো কর্মী তা দেখলে প্রতিবার আমরা তা লিখে রাখি।
about-privacy-rights-title = আপনার অধিকার
about-privacy-rights =
    আপনি তা দেখতে, ঠিক করাতে, মুছে ফেলাতে, কম ব্যবহার করাতে বা কোনো ব্যবহারে না বলতে পারেন। কোনো শিশুকে নিরাপদ
    রাখতে হলে এর কিছু কিছু সম্ভব নয়।
about-privacy-rights-how = আপনার কাউন্সিলের তথ্য সুরক্ষা কর্মকর্তাকে বলুন:
about-privacy-ico =
    আপনি Information Commissioner-এর কাছেও অভিযোগ করতে পারেন: { $phone }, ico.org.uk/make-a-complaint।
about-retention = কতদিন রাখা হয়

## Cookies

about-cookies-title = কুকি
about-cookies-lead =
    কুকি হলো আপনার ডিভাইসে থাকা ছোট ফাইল। যেগুলো ছাড়া এই পাতাগুলো চলে না, আমরা শুধু সেগুলোই ব্যবহার করি, তাই
    অনুমতি চাই না। আমরা আপনাকে অনুসরণ করি না, আর অন্য কেউও এখানে কুকি রাখে না।
about-cookies-form = আপনার লেখা খুঁজে দেয়। এতে একটি এলোমেলো সংখ্যা থাকে, আপনার সম্পর্কে কিছু নয়।
about-cookies-status = আপনি যে অনুরোধ দেখেছেন তা খুঁজে দেয়। এতে একটি এলোমেলো সংখ্যা থাকে।
about-cookies-language = আপনার বেছে নেওয়া ভাষা মনে রাখে।
about-cookies-end-close = আপনি বের হলে বা ব্রাউজার বন্ধ করলে এটি শেষ হয়।
about-cookies-end-idle = 4 ঘণ্টা ব্যবহার না করলে, বা আপনি বের হলে বা ব্রাউজার বন্ধ করলে এটি শেষ হয়।
about-cookies-exit = ‘এই পাতা ছেড়ে যান’ সবগুলো মুছে দেয়।

## Contact

about-contact-title = আমাদের সঙ্গে যোগাযোগ
about-contact-lead =
    এই পাতাগুলো নিয়ে প্রশ্ন আছে? আপনার কাউন্সিলকে জিজ্ঞেস করুন। সাহায্য চাইতে ফর্মটি ব্যবহার করুন।
about-contact-door = কোনো শিশুকে নিয়ে চিন্তা হলে
