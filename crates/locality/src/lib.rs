//! Place to hub: the postcode index, hubs, catchments, rulebooks and placement with its reasons
