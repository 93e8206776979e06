//! Names as families of several communities give them, written for this generator. The matching's
//! own tables are no part of it, so that matching is not measured with the names that it was made
//! from.

use fastrand::Rng;

use crate::pairs;

/// A community's given names and family names, the commoner first.
pub(crate) struct Community {
    pub(crate) given: &'static str,
    pub(crate) family: &'static str,
    /// The cultures whose pairs of similar names the community gives too.
    pub(crate) cultures: &'static [&'static str],
    /// The number of families in 100 that are of this community.
    pub(crate) share: u8,
    /// The number of children in 100 that have a further given name.
    pub(crate) further: u8,
}

pub(crate) const COMMUNITIES: [Community; 6] = [
    Community {
        given: "Olivia Noah Amelia George Isla Oliver Ava Arthur Lily Leo Ivy Harry Freya Oscar Florence Archie Willow Henry Elsie Theodore Mia Freddie Poppy Jack Ella Charlie Evie Alfie Sophie Jacob Grace Thomas Rosie Finley Daisy Arlo Phoebe William Charlotte Lucas Sienna Isaac Emily James Alice Joshua Ruby Edward Jessica Max Matilda Benjamin Evelyn Mason Harriet Sebastian Eliza Rory Maisie Ethan Erin Reuben Imogen Samuel Molly Daniel Lola Toby Chloe Joseph Georgia Luke Eleanor Ryan Holly Nathan Abigail Callum Lucy Connor Bethany Jamie Hannah Liam Megan Tyler Katie Marie Maria Jon Jan Eric Eva Eve Lewis Louis Ellie Ellis",
        family: "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Clark Harris Lewis Cooper King Baker Turner Hill Scott Moore Ward Parker Cook Bailey Bell Shaw Murphy Miller Cox Richardson Marshall Webb Simpson Ellis Foster Chapman Mason Fletcher Hawkins Pritchard Ashworth Entwistle Hargreaves Blenkinsop Thistlethwaite Oldroyd Pickering Satterthwaite Winterbottom Featherstone",
        cultures: &["English", "Caribbean"],
        share: 58,
        further: 45,
    },
    Community {
        given: "Muhammad Fatima Ali Aisha Yusuf Maryam Ibrahim Zainab Hassan Khadija Ahmed Hafsa Omar Amina Hamza Sara Bilal Inaya Zayn Noor Ismail Hana Adam Safa Haris Iqra Usman Layla Abdullah Maya Imran Sumaya Idris Anaya Musa Eshal Rayan Aliza Zakariya Hiba",
        family: "Khan Ahmed Ali Hussain Begum Miah Rahman Malik Iqbal Akhtar Mahmood Shah Uddin Chowdhury Islam Hassan Mohamed Abdi Warsame Yusuf Farah Sheikh Qureshi Siddiqui Butt Mirza Rashid Aziz Hamid Saleem",
        cultures: &["Arabic and Urdu", "Somali", "Kurdish and Persian", "Turkish", "Bengali"],
        share: 17,
        further: 30,
    },
    Community {
        given: "Arjun Diya Aarav Anika Rohan Priya Arya Meera Vihaan Kavya Harpreet Simran Gurpreet Jasleen Dev Riya Krish Asha Ishaan Neha Amrit Kiran Nikhil Pooja",
        family: "Patel Singh Kaur Shah Sharma Kumar Desai Mistry Gill Sandhu Dhillon Nair Reddy Iyer Joshi Mehta Chauhan Rana Bains Sidhu",
        cultures: &["Punjabi", "Hindi", "Tamil", "Sinhala"],
        share: 8,
        further: 25,
    },
    Community {
        given: "Zofia Jakub Hanna Antoni Julia Jan Maja Szymon Zuzanna Filip Lena Kacper Oliwia Wojciech Nikola Mateusz Wiktoria Tymon Elena Andrei Ioana Stefan Daria Matei",
        family: "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Popescu Ionescu Popa Dumitru Stan Kazlauskas Horvat Kováč",
        cultures: &["Polish", "Romanian", "Ukrainian and Russian", "Albanian", "Lithuanian"],
        share: 8,
        further: 15,
    },
    Community {
        given: "Chidera Kofi Adaeze Tunde Ama Emeka Blessing Kwame Folake Ayo Ngozi Tendai Temi Kojo Ifeoma Josiah Zara Malachi Efua Samuel Grace David Naomi Elijah",
        family: "Okafor Mensah Adeyemi Boateng Okonkwo Owusu Balogun Asante Eze Nwosu Moyo Ndlovu Campbell Grant Francis Bailey Gordon Thomas Osei Appiah",
        cultures: &["Yoruba", "Igbo", "Akan", "Shona", "Eritrean and Ethiopian"],
        share: 6,
        further: 60,
    },
    Community {
        given: "Siân Owain Ffion Rhys Cerys Gethin Niamh Cillian Saoirse Oisín Aoife Fionn Eilidh Hamish Mairi Angus Zoë Chloé José Lucía Mateo Léa Anaïs Håkon",
        family: "O'Neill O'Brien McCarthy MacDonald Mc Donald Llewellyn ap Rhys de la Cruz van der Berg García Fernández d'Souza da Silva dos Santos Le Roux Müller Søndergaard",
        cultures: &[
            "Irish",
            "Welsh and Scottish",
            "Portuguese",
            "Spanish",
            "Hebrew",
            "Greek",
            "Chinese",
            "Vietnamese",
            "Thai",
            "Filipino",
        ],
        share: 3,
        further: 30,
    },
];

impl Community {
    /// A community, drawn as often as it is met.
    pub(crate) fn any(chance: &mut Rng) -> &'static Self {
        let mut at = chance.u8(0..100);
        COMMUNITIES
            .iter()
            .find(|community| {
                let here = at < community.share;
                at = at.saturating_sub(community.share);
                here
            })
            .unwrap_or(&COMMUNITIES[0])
    }

    /// A given name. One in four is from a pair of names that two children bear.
    pub(crate) fn given_name(&self, chance: &mut Rng) -> String {
        if chance.u8(0..4) == 0 {
            let culture = self.cultures[chance.usize(0..self.cultures.len())];
            let names = pairs::names_of(culture);
            return names[chance.usize(0..names.len())].to_owned();
        }
        common_first(self.given, chance)
    }

    pub(crate) fn family_name(&self, chance: &mut Rng) -> String {
        let name = common_first(self.family, chance);
        match name.as_str() {
            // Prefixes stand apart in the list, so a name is put together for them.
            "Mc" => "Mc Donald".to_owned(),
            "ap" | "de" | "la" | "van" | "der" | "da" | "dos" | "Le" => format!("de {}", "Souza"),
            _ => name,
        }
    }
}

/// A word of a list, with the first ones drawn more often.
fn common_first(list: &str, chance: &mut Rng) -> String {
    let all: Vec<&str> = list.split(' ').collect();
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an index into a short list"
    )]
    let at = (chance.f64().powf(1.6) * all.len() as f64) as usize;
    all[at.min(all.len() - 1)].to_owned()
}

/// Names, and another spelling that a referrer may write instead.
pub(crate) const OTHER_SPELLINGS: [(&str, &str); 30] = [
    ("Muhammad", "Mohammed"),
    ("Muhammad", "Mohamad"),
    ("Aisha", "Ayesha"),
    ("Maryam", "Mariam"),
    ("Yusuf", "Yousaf"),
    ("Ibrahim", "Ebrahim"),
    ("Zainab", "Zaynab"),
    ("Sara", "Sarah"),
    ("Omar", "Umar"),
    ("Hassan", "Hasan"),
    ("Ahmed", "Ahmad"),
    ("Sophie", "Sofie"),
    ("Phoebe", "Pheobe"),
    ("Harriet", "Harriett"),
    ("Isaac", "Issac"),
    ("Callum", "Calum"),
    ("Connor", "Conor"),
    ("Oliver", "Ollie"),
    ("Theodore", "Teddy"),
    ("Charlotte", "Lottie"),
    ("Benjamin", "Ben"),
    ("Samuel", "Sam"),
    ("Joshua", "Josh"),
    ("Thomas", "Tom"),
    ("William", "Will"),
    ("Jacob", "Jake"),
    ("Matilda", "Tilly"),
    ("Edward", "Ted"),
    ("Abigail", "Abi"),
    ("Daniel", "Dan"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_culture_with_pairs_belongs_to_one_community() {
        for (culture, first, _) in pairs::of_two_children() {
            let homes = COMMUNITIES.iter().filter(|one| one.cultures.contains(&culture)).count();
            assert_eq!(homes, 1, "{culture} {first}");
        }
        for culture in COMMUNITIES.iter().flat_map(|community| community.cultures) {
            assert!(!pairs::names_of(culture).is_empty(), "{culture}");
        }
    }
}
