# How your request is getting on
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## Looking it up

status-title = আপনার অনুরোধ কতদূর এগোল দেখুন
status-lead = পাঠানোর সময় আমরা যে রেফারেন্স নম্বর ও কোড দিয়েছিলাম তা লাগবে।
status-reference-label = আপনার রেফারেন্স নম্বর
status-reference-hint = এতে 4টি অক্ষর ও সংখ্যার 3টি অংশ আছে
status-secret-label = আপনার কোড
status-secret-hint = এতে 4টি অক্ষর ও সংখ্যার 2টি অংশ আছে
status-look = কতদূর এগোল দেখুন
error-reference-required = আপনার রেফারেন্স নম্বর লিখুন
error-reference-reference-not-recognised =
    রেফারেন্স নম্বরটি দেখে নিন। এতে 4টি অক্ষর ও সংখ্যার 3টি অংশ আছে
error-secret-required = আপনার কোড লিখুন
error-secret-secret-not-recognised = কোডটি দেখে নিন। এতে 4টি অক্ষর ও সংখ্যার 2টি অংশ আছে
status-not-found =
    এই রেফারেন্স নম্বর ও কোডের কোনো অনুরোধ আমরা পাইনি। দুটোই দেখে নিন। এগুলো 90 দিন কাজ করে।
status-unsent =
    আপনার অনুরোধটি খুলতে না পারায় এই কথাগুলো আমরা যোগ করতে পারিনি। এগুলো এখানে রাখা আছে। অনুরোধটি
    আবার খুঁজুন, তারপর এগুলো পাঠাতে পারবেন:
status-locked-title = অনেকবার চেষ্টা করা হয়েছে
status-locked =
    নিরাপত্তার জন্য সর্বোচ্চ দুই ঘণ্টা কেউ এই রেফারেন্স নম্বর দেখতে পারবে না। আপনার অনুরোধে কিছু বদলায়নি। এরপর আবার
    চেষ্টা করুন।
status-contact = আমাদের সঙ্গে যোগাযোগের অন্য উপায়

## What is found. It never says which hub has it, or who sent it.

status-found-title = আপনার অনুরোধ কতদূর এগোল
status-reference = রেফারেন্স নম্বর
# $day is "28 November 2026".
status-received-on = আমরা এটি পেয়েছি: { $day }।
status-step-received = এটি আমাদের কাছে আছে। যাঁরা সাহায্য করতে পারেন তাঁদের কাছে এটি যাচ্ছে।
status-step-with-a-team = যাঁরা সাহায্য করতে পারেন এটি তাঁদের কাছে আছে।
status-step-withdrawn = আপনার কথামতো এটি থামানো হয়েছে।
status-next =
    তাঁরা শুধু সেইভাবে যোগাযোগ করবেন যা আপনি নিরাপদ বলেছেন। কেউ যোগাযোগ করেনি বলে চিন্তা হলে আপনি যেকোনো Family
    Hub-এ ফোন করতে বা গিয়ে রেফারেন্স নম্বর দেখাতে পারেন।
# $day is "Friday 4 December".
status-next-by =
    তাঁরা { $day }-এর মধ্যে আপনার সঙ্গে যোগাযোগের চেষ্টা করবেন, শুধু সেইভাবে যা আপনি নিরাপদ বলেছেন।
status-next-late =
    আপনি কোনো নিরাপদ উপায় দিয়ে থাকলে এতদিনে তাঁদের যোগাযোগ করার কথা। না করে থাকলে যেকোনো Family Hub-এ ফোন
    করুন বা যান এবং রেফারেন্স নম্বরটি দেখান।
status-add = যা বলতে ভুলে গেছেন তা যোগ করুন
status-withdraw = আমাদের থামতে বলুন
status-other = অন্য একটি অনুরোধ দেখুন
status-leave = এটি বন্ধ করুন এবং এখান থেকে মুছে দিন

## Adding something

note-title = যা বলতে ভুলে গেছেন তা যোগ করুন
note-label = আপনি কী যোগ করতে চান?
note-hint = অন্য পরিবারের কারও নাম লিখবেন না। আপনার পাঠানো লেখার সঙ্গে একজন মানুষ এটি পড়বেন।
note-danger-hint = এখানে টিক দিলে যাঁদের কাছে আপনার অনুরোধ আছে, তাঁদের এটি এখনই পড়তে বলা হবে।
note-send = এটি যোগ করুন
note-full = এখানে এই অনুরোধে আর কিছু যোগ করা যাবে না। আরও বলতে কোনো Family Hub-এ ফোন করুন।
note-not-saved = আমরা এখন এটি সংরক্ষণ করতে পারিনি। কিছু হারায়নি। একটু অপেক্ষা করে আবার পাঠান।
note-added-title = আমরা এটি যোগ করেছি
note-added = আপনার অনুরোধ যাঁদের কাছে আছে তাঁরা এটি দেখবেন।
note-other-tab =
    আপনি অন্য একটি ট্যাবে অন্য একটি অনুরোধ দেখেছেন। এটিই ঠিক কি না দেখে নিন, তারপর আবার পাঠান।
note-another = আরও কিছু যোগ করুন
error-text-required = কী যোগ করতে চান তা লিখুন
error-text-too-long = এটা খুব লম্বা। কম কথায় লিখুন

## Asking to stop

withdraw-title = আমাদের থামতে বলুন
withdraw-lead =
    আপনি যে উপায় নিরাপদ বলেছেন, সেই উপায়ে একজন মানুষ আগে আপনাকে জিজ্ঞেস করবেন, যাতে আপনার হয়ে অন্য কেউ এটি
    থামাতে না পারে। ততক্ষণ কিছুই বদলাবে না।
withdraw-no-way =
    আপনি কোনো নিরাপদ উপায় না দিয়ে থাকলে কোনো Family Hub-এ যান বা ফোন করুন এবং রেফারেন্স নম্বরটি দেখান।
withdraw-danger =
    কেউ আপনাকে থামতে বাধ্য করলে { $number } নম্বরে বা নিচের কোনো একটি নম্বরে ফোন করুন।
withdraw-label = কেন, তা কি বলতে চান? এটি খালি রাখতে পারেন।
withdraw-send = আমাদের থামতে বলুন
withdraw-added-title = আপনার থামার অনুরোধ আমরা পেয়েছি
withdraw-added = একজন মানুষ নিরাপদ উপায়ে আপনাকে জিজ্ঞেস করবেন। ততক্ষণ কিছুই বদলাবে না।
note-back = ফিরে যান
