# Words on many pages
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

## The frame of a page

skip-to-content = মূল অংশে যান
exit-this-page = এই পাতা ছেড়ে যান
way-back = ফেরার পথ
word-error = ভুল
word-warning = সতর্কতা
there-is-a-problem = কিছু ঠিক করা দরকার
# The name of the list of languages.
languages = ভাষা
support-links = দরকারি লিংক
# Said by a screen reader when somebody leaves by pressing Shift three times.
exit-activated = খুলছে।
exit-timed-out = পাতা ছেড়ে যাওয়ার সময় শেষ।
exit-two-more = Shift। বের হতে আরও 2 বার চাপুন।
exit-one-more = Shift। বের হতে আরও 1 বার চাপুন।
go-to-start = শুরুর পাতায় যান

## Buttons and links on many pages

continue = এগিয়ে যান
back = ফিরে যান
change = বদলান
yes = হ্যাঁ

## The count below a long text. $count is a number.

count-most = যতগুলো অক্ষর লিখতে পারবেন: { $count }
count-left-one = বাকি অক্ষর: { $count }
count-left = বাকি অক্ষর: { $count }
count-none-left = আর কোনো অক্ষর বাকি নেই
count-over-one = অতিরিক্ত অক্ষর: { $count }
count-over = অতিরিক্ত অক্ষর: { $count }

## Numbers to call. Names of services stay as they are: people ask for them by name.

helplines-title = যেসব নম্বরে ফোন করতে পারেন
helplines-free = এগুলোতে ফোন করতে টাকা লাগে না, দিনে বা রাতে।
helpline-emergency-name = Emergency services (জরুরি সেবা)
helpline-emergency-when =
    কেউ এখন বিপদে থাকলে। কথা বলা নিরাপদ না হলে মোবাইল থেকে ফোন করুন এবং বলা হলে 55 চাপুন।
helpline-nhs-name = NHS 111
helpline-nhs-when = মানসিক স্বাস্থ্যের জন্য এখনই সাহায্য দরকার হলে। অপশন 2 বেছে নিন।
helpline-childline-name = Childline
helpline-childline-when = যাদের বয়স 19 বছরের কম, তাদের সবার জন্য।
helpline-abuse-name = National Domestic Abuse Helpline
helpline-abuse-when =
    কেউ যদি আপনাকে বা আপনার চেনা কাউকে ভয় দেখায়, আঘাত করে বা নিয়ন্ত্রণ করে।
helpline-samaritans-name = Samaritans
helpline-samaritans-when = যেকোনো বিষয়ে কারও সঙ্গে কথা বলতে চাইলে।

## Dates

# $month is one of the names below: "2 December 2026".
date = { $day } { $month } { $year }
# "Wednesday 2 December"
weekday-and-date = { $weekday }, { $day } { $month }
month-1 = জানুয়ারি
month-2 = ফেব্রুয়ারি
month-3 = মার্চ
month-4 = এপ্রিল
month-5 = মে
month-6 = জুন
month-7 = জুলাই
month-8 = আগস্ট
month-9 = সেপ্টেম্বর
month-10 = অক্টোবর
month-11 = নভেম্বর
month-12 = ডিসেম্বর
weekday-monday = সোমবার
weekday-tuesday = মঙ্গলবার
weekday-wednesday = বুধবার
weekday-thursday = বৃহস্পতিবার
weekday-friday = শুক্রবার
weekday-saturday = শনিবার
weekday-sunday = রবিবার
