import type { Role } from './access/actor';

/** The seven people of the demo house. They exist only where DEMO=1 loaded them into an empty database. */
export const DEMO_SIGN_INS: readonly {
  role: Role;
  email: string;
  password: string;
  fullName: string;
  department: string;
}[] = [
  {
    role: 'admin',
    email: 'admin@provabook.com',
    password: 'Admin@123',
    fullName: 'Farhana Haque',
    department: 'Administration',
  },
  {
    role: 'manager',
    email: 'manager@provabook.com',
    password: 'Manager@123',
    fullName: 'Tanvir Ahmed',
    department: 'Merchandising',
  },
  {
    role: 'merchandiser',
    email: 'merchandiser@provabook.com',
    password: 'Merchandiser@123',
    fullName: 'Rina Akter',
    department: 'Knits',
  },
  {
    role: 'merchandiser',
    email: 'john.smith@provabook.com',
    password: 'Merchandiser@123',
    fullName: 'John Smith',
    department: 'Knits',
  },
  {
    role: 'merchandiser',
    email: 'sarah.jones@provabook.com',
    password: 'Merchandiser@123',
    fullName: 'Sarah Jones',
    department: 'Wovens',
  },
  {
    role: 'merchandiser',
    email: 'mike.wilson@provabook.com',
    password: 'Merchandiser@123',
    fullName: 'Mike Wilson',
    department: 'Wovens',
  },
  {
    role: 'merchandiser',
    email: 'emily.davis@provabook.com',
    password: 'Merchandiser@123',
    fullName: 'Emily Davis',
    department: 'Denim',
  },
];
