//! Which addresses may be connected to. A name that a partner gives may lead anywhere, so the address that
//! it stands for is looked at, and that very address is connected to.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// The addresses that webhooks may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addresses {
    /// Addresses on the internet, by https.
    Public,
    /// Any address, by plain http too: for one machine.
    Any,
}

impl Addresses {
    /// Whether this address may be connected to.
    pub(crate) fn allow(self, address: IpAddr) -> bool {
        match (self, address) {
            (Self::Any, _) => true,
            (Self::Public, IpAddr::V4(four)) => is_public_v4(four),
            (Self::Public, IpAddr::V6(six)) => is_public_v6(six),
        }
    }
}

/// The networks of the special-purpose registry for IPv4 (RFC 6890), and those of many receivers; each with
/// the length of its prefix.
const NOT_PUBLIC_V4: [(Ipv4Addr, u32); 16] = [
    (Ipv4Addr::UNSPECIFIED, 8),           // this network
    (Ipv4Addr::new(10, 0, 0, 0), 8),      // private
    (Ipv4Addr::new(100, 64, 0, 0), 10),   // a carrier's own (CGNAT)
    (Ipv4Addr::new(127, 0, 0, 0), 8),     // loopback
    (Ipv4Addr::new(169, 254, 0, 0), 16),  // link-local, metadata of clouds
    (Ipv4Addr::new(172, 16, 0, 0), 12),   // private
    (Ipv4Addr::new(192, 0, 0, 0), 24),    // protocol assignments
    (Ipv4Addr::new(192, 0, 2, 0), 24),    // documentation
    (Ipv4Addr::new(192, 88, 99, 0), 24),  // relays of 6to4
    (Ipv4Addr::new(192, 168, 0, 0), 16),  // private
    (Ipv4Addr::new(198, 18, 0, 0), 15),   // benchmarks
    (Ipv4Addr::new(198, 51, 100, 0), 24), // documentation
    (Ipv4Addr::new(203, 0, 113, 0), 24),  // documentation
    (Ipv4Addr::new(224, 0, 0, 0), 4),     // multicast
    (Ipv4Addr::new(240, 0, 0, 0), 4),     // reserved, broadcast
    (Ipv4Addr::new(192, 31, 196, 0), 24), // AS112
];

fn is_public_v4(address: Ipv4Addr) -> bool {
    let is_in = |(network, length): &(Ipv4Addr, u32)| {
        let mask = u32::MAX << (32 - length);
        address.to_bits() & mask == network.to_bits()
    };
    !NOT_PUBLIC_V4.iter().any(is_in)
}

/// The networks within global unicast that lead elsewhere.
const NOT_PUBLIC_V6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23), // protocol assignments, Teredo
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32), // documentation
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16), // 6to4, which holds an IPv4 address
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20), // documentation
];

/// Global unicast (`2000::/3`) alone: loopback, IPv4-mapped, translated (NAT64), unique local, link-local and
/// multicast addresses lie outside of it.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let is_in = |network: Ipv6Addr, length: u32| {
        let mask = u128::MAX << (128 - length);
        address.to_bits() & mask == network.to_bits()
    };
    let global = Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0);
    is_in(global, 3) && !NOT_PUBLIC_V6.iter().any(|&(network, length)| is_in(network, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_on_the_internet_are_allowed() {
        for public in [
            "1.1.1.1",
            "8.8.8.8",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "198.17.255.255",
            "198.20.0.0",
            "223.255.255.255",
            "2606:4700:4700::1111",
            "2a00:1450:4009::1",
            "2001:4860:4860::8888",
            "2001:200::1",
        ] {
            assert!(Addresses::Public.allow(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn all_others_are_refused() {
        for inside in [
            // This machine.
            "127.0.0.1",
            "127.255.255.255",
            "0.0.0.0",
            "0.1.2.3",
            "::1",
            "::",
            // Private networks.
            "10.0.0.1",
            "10.255.255.255",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.0.1",
            "fc00::1",
            "fd12:3456::1",
            "fec0::1",
            // Link-local, with a cloud's metadata.
            "169.254.169.254",
            "169.254.0.1",
            "fe80::1",
            "febf::1",
            "fd00:ec2::254",
            // A carrier's network, benchmarks, protocols.
            "100.64.0.1",
            "100.127.255.255",
            "198.18.0.1",
            "198.19.255.255",
            "192.0.0.8",
            "192.88.99.1",
            "192.31.196.1",
            "100::1",
            "5f00::1",
            // Documentation.
            "192.0.2.1",
            "198.51.100.7",
            "203.0.113.255",
            "2001:db8::1",
            "3fff::1",
            "3fff:fff::1",
            // Multicast, reserved, broadcast.
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "ff02::1",
            "ff0e::1",
            // IPv4 in IPv6: mapped, compatible, translated, 6to4, Teredo; of a public address too.
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:8.8.8.8",
            "::7f00:1",
            "64:ff9b::7f00:1",
            "64:ff9b::808:808",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2002:a00:1::1",
            "2001::1",
            "2001:0:53aa:64c::1",
            "2001:20::1",
        ] {
            let address = inside.parse().unwrap();
            assert!(!Addresses::Public.allow(address), "{inside}");
            assert!(Addresses::Any.allow(address), "{inside}");
        }
    }
}
