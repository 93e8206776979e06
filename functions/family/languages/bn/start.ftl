# The first page, the page of numbers to call, and pages of problems
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The first page

start-title = আপনার পরিবারের জন্য সাহায্য চান
start-lead =
    আপনার পরিবার সম্পর্কে এবং কী হলে সাহায্য হবে তা আমাদের একটু বলুন। Family Hub-এর কেউ তা পড়বেন এবং আপনার
    সঙ্গে যোগাযোগ করবেন, শুধু সেইভাবে যা আপনি নিরাপদ বলবেন।
start-free = এটা বিনামূল্যে। কোনো অ্যাকাউন্ট লাগে না।
start-time = প্রায় 3 মিনিট সময় লাগে। সব প্রশ্নের উত্তর দিতে হবে না।
start-next-title = কী হয়
start-next-tell = কী হলে সাহায্য হবে তা আপনি আমাদের বলেন।
start-next-read = একজন মানুষ তা পড়েন এবং নিরাপদ উপায়ে আপনার সঙ্গে যোগাযোগ করেন।
start-next-talk = এরপর কী করা যায় তা নিয়ে আপনারা একসঙ্গে কথা বলেন। আপনি যেকোনো সময় না বলতে পারেন।
start-phone-title = আগে কথা বলতে চাইলে
# $name is a hub, such as "Portman Family Hub", $phone its number, as a link.
start-phone-hub = { $name }: { $phone }
start-safe-title = এই ডিভাইস ব্যবহার করা কি নিরাপদ?
start-safe =
    ‘এই পাতা ছেড়ে যান’ আপনার লেখা মুছে দেয় এবং আবহাওয়ার একটি পাতা খোলে, কিন্তু এই ডিভাইসে জমা
    থাকা পাতার তালিকা, বা লেখার সময় যে শব্দ আবার দেখাতে পারে, তা মোছে না। তাই কেউ দেখে ফেলতে পারলে
    অন্য ডিভাইস ব্যবহার করুন।
# Shown only where the key works.
start-shift = Shift কী 3 বার চেপেও বের হতে পারেন।
start-short = এখনই সাহায্য চান
start-short-hint = আপনার নাম, আপনার সঙ্গে যোগাযোগের নিরাপদ উপায়, আর কী হলে সাহায্য হবে।
start-full = আগে আমাদের আরও বলুন
start-full-hint = আপনার সন্তান, ঠিকানা ও কী দরকার তা-ও। প্রায় 8 মিনিট সময় লাগে।
start-status = আপনার অনুরোধ কতদূর এগোল দেখুন
start-go-on = আপনার ফর্ম চালিয়ে যান
start-again = অথবা আবার শুরু করুন:
start-short-again = আবার শুরু করুন (আপনার লেখা মুছে যাবে)
start-full-again = আবার শুরু করে আরও বলুন (আপনার লেখা মুছে যাবে)
start-sent = আপনার ফর্মের এরপর কী হবে দেখুন
start-notice = অনুগ্রহ করে লক্ষ করুন
start-not-begun =
    আমরা আপনার ফর্ম খুঁজে পাইনি। অনুগ্রহ করে আবার শুরু করুন। এর জন্য আপনার ব্রাউজারে cookies চালু
    থাকতে হবে। না থাকলে এই পাতার কোনো একটি নম্বরে ফোন করুন।
start-other-tab =
    আপনি অন্য ট্যাবে আরেকটি ফর্ম শুরু করেছেন, তাই আগেরটি আমরা বন্ধ করেছি। এখানে আবার শুরু করুন।
start-lost =
    আপনি যা লিখেছিলেন তা আমাদের কাছে আর নেই। 4 ঘণ্টা পরে বা আপনি বের হলে আমরা তা মুছে ফেলি।
    অনুগ্রহ করে আবার শুরু করুন।
footer-exit =
    ‘এই পাতা ছেড়ে যান’ আপনাকে আবহাওয়ার একটি পাতায় নিয়ে যায়। এতে ব্রাউজারের হিস্ট্রি মোছে না। কেউ দেখে ফেলতে
    পারলে হিস্ট্রিও মুছে দিন।

## The page of numbers to call, when someone may be in danger. Its heading says nothing of why.

numbers-title = এখনই কারও সঙ্গে কথা বলুন
# $number is 999, as a link.
numbers-danger = কেউ এখন বিপদে থাকলে { $number } নম্বরে ফোন করুন।
numbers-silent = কথা বলা নিরাপদ না হলে মোবাইল থেকে ফোন করুন এবং বলা হলে 55 চাপুন।
# $authority is a council, such as "Essex".
numbers-lead-authority =
    আমাদের জন্য অপেক্ষা করতে হবে না। { $authority } এলাকার শিশুদের টিমকে ফোন করুন:
numbers-lead-national = আমাদের জন্য অপেক্ষা করতে হবে না। পরামর্শের জন্য ফোন করুন:
numbers-in-hours = দিনের বেলা, সোমবার থেকে শুক্রবার
numbers-out-of-hours = রাতে, সপ্তাহান্তে ও ছুটির দিনে
# $number is a phone number, as a link.
numbers-nspcc = { $number } (NSPCC Helpline)
numbers-police = { $number } (পুলিশ)
numbers-go-on-title = ফোন করতে না পারলে
numbers-go-on-lead =
    আপনি আমাদের ফর্মটি পাঠাতে পারেন। যাঁরা শিশুদের নিরাপদ রাখেন তাঁরা সবার আগে এটি পড়বেন।
numbers-mark-lead = এটি চাপলে, ফর্ম পাঠানোর পর যাঁরা শিশুদের নিরাপদ রাখেন তাঁরা সবার আগে এটি পড়বেন।
numbers-mark = কাউকে আঘাত করা হচ্ছে, বা করা হতে পারে
numbers-go-on = ফর্ম চালিয়ে যান
numbers-leave = বের হন

## Pages of problems

problem-forbidden-title = এই ফর্ম অন্য ওয়েবসাইট থেকে এসেছে
problem-forbidden = ফর্মটি এখানে খুলুন এবং আবার পূরণ করুন।
problem-not-found-title = পাতাটি পাওয়া যায়নি
problem-not-found = ঠিকানাটি দেখে নিন, অথবা আবার শুরু করুন।
problem-too-large-title = এটা খুব লম্বা
problem-too-large = ওই পাতাটি আমরা সংরক্ষণ করতে পারিনি। ফিরে যান, উত্তরগুলো ছোট করুন এবং আবার পাঠান।
problem-other-title = এটা হয়নি
problem-other = ফিরে গিয়ে আবার চেষ্টা করুন।
problem-ours-title = দুঃখিত, কোনো সমস্যা হয়েছে
problem-ours =
    এতে আপনার কোনো ভুল ছিল না। এক মিনিট অপেক্ষা করে এই পাতা আবার লোড করুন। কিছু পাঠিয়ে থাকলে আপনার
    ব্রাউজার তা আবার পাঠাবে।
