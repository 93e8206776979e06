# Check your answers, and send
#
# DRAFT in Bengali, not yet reviewed. It is served only where an authority's file records who reviewed
# it. How to change it: ../README.md

check-title = আপনার উত্তরগুলো দেখে নিন
check-not-answered = উত্তর দেওয়া হয়নি
check-more-title = আপনি আমাদের আরও বলতে পারেন
check-more = না বললেও চলবে। যোগাযোগের সময় কেউ আপনাকে জিজ্ঞেস করবেন।
check-done = হয়েছে
check-agree-title = পাঠান
check-agree =
    এটি পাঠালে আপনি রাজি হচ্ছেন যে আমরা এটি আপনার কাছের Family Hub টিমকে জানাব, যাতে তাঁরা সাহায্য করতে পারেন।
check-not-yet =
    আপনি জানিয়েছেন যে আপনি এখনও রাজি নন। তবুও এটি পাঠাতে পারেন। কেউ এটি পড়বেন, এবং অন্য কিছু হওয়ার আগে আপনার
    সঙ্গে কথা বলবেন।
check-for-others =
    আপনি অন্য একটি পরিবারের জন্য চাইছেন। কেউ এটি পড়বেন, এবং পরিবারটি আপনাকে কী বলেছে তা দেখবেন।
check-share =
    কারও গুরুতর ক্ষতি হতে পারলে যাঁদের কাজ শিশুদের নিরাপদ রাখা, আমরা তাঁদেরও জানাই।
check-worry =
    আপনি জানিয়েছেন যে কাউকে আঘাত করা হচ্ছে বা হতে পারে। যাঁদের কাজ শিশুদের নিরাপদ রাখা, তাঁরা সবকিছুর আগে এটি
    পড়বেন।
# The name of a field that nobody sees; only a machine fills it in.
check-leave-empty = এটি খালি রাখুন
check-send = পাঠান

## One message, once a team has it. It is shown only with a number or an address that is safe.

check-notice-label = আপনার ফর্ম ঠিক টিমের কাছে পৌঁছালে আমরা কি আপনাকে একটি মেসেজ পাঠাব?
check-notice-hint =
    এতে লেখা থাকে যে আপনি যা পাঠিয়েছেন তা একটি টিমের কাছে আছে, আর থাকে আপনার রেফারেন্স নম্বর। আমরা কারা বা
    এটি কী নিয়ে, তা লেখা থাকে না। অন্য কেউ আপনার মেসেজ না পড়লে তবেই একটি বেছে নিন।
    মেসেজটি ইংরেজিতে।
check-notice-none = কোনো মেসেজ নয়
# $number is "07700 900 982".
check-notice-text = মেসেজ পাঠান: { $number }
# $address is "name@example.com".
check-notice-email = ইমেইল পাঠান: { $address }
