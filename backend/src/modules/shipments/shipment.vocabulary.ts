/** How goods travel. Null where nobody said: shipments of before know no mode. */
export const SHIPMENT_MODES = ['sea', 'air', 'courier', 'road'] as const;
export type ShipmentMode = (typeof SHIPMENT_MODES)[number];

/** By sea: boxes of its own, or a share of one. */
export const SHIPMENT_LOADS = ['fcl', 'lcl'] as const;
export type ShipmentLoad = (typeof SHIPMENT_LOADS)[number];

/** Incoterms 2020; the last four are for ships alone. */
export const INCOTERMS = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
export type Incoterm = (typeof INCOTERMS)[number];

export const CONTAINER_SIZES = ['20', '40', '40HC', '45HC'] as const;
export type ContainerSize = (typeof CONTAINER_SIZES)[number];

export const PACKAGE_KINDS = ['carton', 'roll', 'bale', 'pallet'] as const;
export type PackageKind = (typeof PACKAGE_KINDS)[number];

/** Where the price of a line comes from: its own, the PI that the buyer confirmed, or the line of the order. */
export const PRICE_SOURCES = ['own', 'proforma_invoice', 'order_line'] as const;
export type PriceSource = (typeof PRICE_SOURCES)[number];

/** A place by its UN/LOCODE: the country, and three signs without 0 and 1. */
export const LOCODE = /^[A-Z]{2}[A-Z2-9]{3}$/;
