# After sending
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

sent-title = ধন্যবাদ। আপনার ফর্ম আমরা পেয়েছি
sent-reference = আপনার রেফারেন্স নম্বর
sent-changed =
    এই ফর্ম আমরা আগেই পেয়েছিলাম, তাই পরে যা বদলেছেন তা এতে নেই। আপনি নিচে তা যোগ করতে পারেন।

## Keeping a copy. It comes first, so that nobody keeps one before they have thought of it.

sent-copy = কেউ এই ডিভাইস দেখে ফেলতে পারলে এই পাতার কপি রাখবেন না।
sent-copy-careful =
    কারও যদি এই পাতা খুঁজে পাওয়া উচিত না হয়, তাহলে এর কপি রাখবেন না। এটি প্রিন্ট করবেন না, ছবিও তুলবেন না।
    রেফারেন্স নম্বরটি মনে রাখুন, অথবা এমন জায়গায় লিখুন যেখানে কেউ দেখবে না।

## What happens next

sent-next-title = এরপর কী হবে
sent-next-read = Family Hub-এর কেউ আপনার পাঠানো লেখা পড়বেন।
# $day is "Friday 4 December".
sent-next-reach =
    তাঁরা { $day }-এর মধ্যে আপনার সঙ্গে যোগাযোগের চেষ্টা করবেন, শুধু সেইভাবে যা আপনি নিরাপদ বলেছেন।
sent-next-talk = কী হলে সাহায্য হবে তা নিয়ে আপনারা একসঙ্গে কথা বলবেন।
sent-next-no-way =
    আপনার সঙ্গে যোগাযোগের কোনো নিরাপদ উপায় আমাদের কাছে নেই, তাই কেউ ফোন করবে না বা লিখবে না। আপনি কাছের
    Family Hub-এ গিয়ে রেফারেন্স নম্বরটি দেখাতে পারেন।
sent-next-worry-read =
    যাঁদের কাজ শিশুদের নিরাপদ রাখা, তাঁরা সবকিছুর আগে আপনার পাঠানো লেখা পড়বেন।
sent-next-worry-reach =
    তাঁরা আজ, অথবা { $day }-এর মধ্যে, আপনার সঙ্গে যোগাযোগের চেষ্টা করবেন, সেইভাবে যা আপনি নিরাপদ বলেছেন।
sent-next-worry-no-way =
    আপনার সঙ্গে যোগাযোগের কোনো নিরাপদ উপায় আমাদের কাছে নেই। পারলে উপরের কোনো একটি নম্বরে ফোন করুন।
sent-notice = এটি একটি টিমের কাছে পৌঁছালে আমরা আপনাকে একটি মেসেজ পাঠাব।
sent-next-elsewhere = আপনি অন্য কাউন্সিলের এলাকায় থাকলে আমরা এটি তাদের কাছে পাঠিয়ে দেব।

## What could not be read. The list after it has the -brief words of the questions.

sent-kept =
    আপনার কিছু উত্তর কীভাবে পড়তে হবে তা আমরা নিশ্চিত নই। আপনি যেমন দিয়েছেন আমরা ঠিক তেমনই রেখেছি, এবং একজন
    মানুষ সেগুলো দেখবেন:
sent-left-out = এটা গোপন থাকতে হবে বলে আমরা রাখিনি:
sent-another-answer = আরেকটি উত্তর

## Hubs nearby

sent-hubs-title = আপনার কাছের Family Hubs
sent-hubs-lead =
    আমাদের জন্য অপেক্ষা করতে হবে না। আপনি এগুলোর যেকোনোটিতে গিয়ে সাহায্য চাইতে পারেন।
# The distance in miles, as the crow flies: "about 1.5 miles away".
sent-hub-away = প্রায় { $miles } মাইল দূরে
sent-hub-away-one = প্রায় 1 মাইল দূরে
sent-hub-away-half = প্রায় আধা মাইল দূরে
sent-hub-near = আধা মাইলের কম দূরে
# $days is "Monday to Friday", or some of "Monday, Wednesday". The times are "09:00" and "17:00".
sent-hub-hours = { $days }, { $from } থেকে { $to }
sent-hub-days-range = { $first } থেকে { $last }
# Between the days of a list.
sent-hub-days-comma = { $before }, { $next }

## The reference and the code

sent-keep-title = রেফারেন্স নম্বর ও কোড রেখে দিন
sent-keep =
    দুটো থাকলে আপনি দেখতে পারবেন কতদূর এগোল, কিছু যোগ করতে পারবেন, বা আমাদের থামতে বলতে পারবেন। এগুলোতে আপনার
    নাম বা আপনি যা বলেছেন তা দেখা যায় না। কোড ছাড়া কেউ এটা দেখতে পারবে না।
sent-secret = আপনার কোড
sent-keep-for = এগুলো 90 দিন কাজ করে।
sent-keep-how = নিরাপদ হলে এগুলো লিখে রাখুন, ছবি তুলুন, বা এই পাতাটি প্রিন্ট করুন।
sent-status = কতদূর এগোল দেখুন
sent-more = যা বলতে ভুলে গেছেন তা যোগ করুন
sent-leave = এটি বন্ধ করুন এবং এখান থেকে মুছে দিন
sent-another = আরেকটি ফর্ম পূরণ করুন
sent-gone-title = এই পাতাটি আর এখানে নেই
sent-gone =
    আমরা এই পাতা 4 ঘণ্টা, অথবা আপনি বের হওয়া পর্যন্ত রাখি। আপনি ফর্ম পাঠিয়ে থাকলে তা আমাদের কাছে আছে।
    রেফারেন্স নম্বর ও কোড দিয়ে আপনি দেখতে পারবেন কতদূর এগোল।
