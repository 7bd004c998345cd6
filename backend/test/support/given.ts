import type { House, Person } from './house';

export interface GivenLine {
  id: string;
  styleId: string;
  label: string;
  colorName: string | null;
  rowVersion: number;
}

export interface GivenOrder {
  id: string;
  orderNumber: string;
  rowVersion: number;
  styles: { id: string; lines: GivenLine[]; rowVersion: number }[];
  /** The lines of all styles. */
  lines: GivenLine[];
}

/** What a test starts from, made through the API; a test names only what matters to it. */
export class Given {
  constructor(private readonly house: House) {}

  /** An order of `by` with one style and two lines (White 44,640 and Black 20,040 pieces), unless told otherwise. */
  async order(overrides: object = {}, by: Person = 'merchandiser'): Promise<GivenOrder> {
    const { status, body } = await this.house.as(by).post<Omit<GivenOrder, 'lines'>>('/orders/', {
      customerName: 'ANABIA',
      fabricType: 'Single jersey',
      styles: [
        {
          styleNumber: 'MT-2291',
          lines: [
            {
              colorName: 'White',
              quantity: '44640',
              unit: 'pieces',
              provaPrice: '2.45',
              millPrice: '2.10',
              etd: '2027-01-05',
            },
            {
              colorName: 'Black',
              quantity: '20040',
              unit: 'pieces',
              provaPrice: '2.45',
              millPrice: '2.10',
              etd: '2027-01-09',
            },
          ],
        },
      ],
      ...overrides,
    });
    if (status !== 201) throw new Error(`No order was made: ${JSON.stringify(body)}`);
    return { ...body, lines: body.styles.flatMap((style) => style.lines) };
  }
}
