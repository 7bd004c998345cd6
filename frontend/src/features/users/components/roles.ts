export const roles = [
  { value: 'merchandiser', label: 'Merchandiser: their own orders' },
  { value: 'manager', label: 'Manager: all orders, confirms PIs and LCs' },
  { value: 'admin', label: 'Admin: everything, and the users' },
];
