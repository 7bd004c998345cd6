/** Columns that a person may add to the list, in their order. */
export const orderColumnNames = ['photo', 'fabric', 'orderDate', 'piSent', 'lcIssued'] as const;
export type OrderColumnName = (typeof orderColumnNames)[number];

export const columnHeads: Record<OrderColumnName, string> = {
  photo: 'Photo',
  fabric: 'Fabric',
  orderDate: 'Order date',
  piSent: 'PI sent',
  lcIssued: 'LC issued',
};
