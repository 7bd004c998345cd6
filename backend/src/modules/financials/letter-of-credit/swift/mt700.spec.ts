import fc from 'fast-check';
import { readCredit, type CreditReading } from './mt700';
import { readAmendment } from './mt707';

const MT700 = `{1:F01PRVABDDHAXXX1234567890}{2:O7001432261121HSBCGB2LAXXX43211234562611212032N}{3:{108:MT700 001}}{4:
:27:1/1
:40A:IRREVOCABLE TRANSFERABLE
:20:EXLC-2026-0417
:31C:261121
:40E:UCP LATEST VERSION
:31D:270120BANGLADESH
:51D:HSBC UK BANK PLC
8 CANADA SQUARE LONDON
:50:ANABIA LTD
1 HIGH STREET
LONDON W1, UNITED KINGDOM
:59:/0012345678
PROVA FASHION LTD.
HOUSE 12, ROAD 5, BANANI
DHAKA 1213, BANGLADESH
:32B:USD158466,00
:39A:05/05
:41D:ANY BANK IN BANGLADESH
BY NEGOTIATION
:42C:90 DAYS AFTER B/L DATE
:42A:HSBCGB2LXXX
:43P:ALLOWED
:43T:NOT ALLOWED
:44E:CHATTOGRAM, BANGLADESH
:44F:FELIXSTOWE, UNITED KINGDOM
:44C:270105
:45A:+44,640 KGS OF 100 PCT COTTON SINGLE JERSEY, 160 GSM, 60 INCHES, AT
USD 3.5499/KG AS PER PROFORMA INVOICE NO. PI-00023 DATED 20.11.2026
+FOB CHATTOGRAM, BANGLADESH (INCOTERMS 2020)
:46A:+SIGNED COMMERCIAL INVOICE IN TRIPLICATE
+FULL SET OF CLEAN ON BOARD OCEAN BILLS OF LADING MADE OUT TO ORDER
OF HSBC UK BANK PLC MARKED FREIGHT COLLECT
+PACKING LIST IN 2 ORIGINALS AND 3 COPIES
+CERTIFICATE OF ORIGIN (GSP FORM A)
:47A:+QUANTITY AND AMOUNT +/-3 PCT ACCEPTABLE
+ALL DOCUMENTS MUST SHOW THIS CREDIT NUMBER
:71D:ALL CHARGES OUTSIDE THE UK ARE FOR BENEFICIARY
:48:15
:49:WITHOUT
:99Z:HOUSE CODE 7
-}{5:{MAC:00000000}}`;

const printed = `MT700 ISSUE OF A DOCUMENTARY CREDIT
Sender : HSBCGB2LXXX
Receiver: PRVABDDHXXX
------------------- Message Text -------------------
F27: Sequence of Total
   1/1
F40A: Form of Documentary Credit
   IRREVOCABLE
F20: Documentary Credit Number
   DC-7741
F31C: Date of Issue
   261121
F40E: Applicable Rules
   UCP LATEST VERSION
F31D: Date and Place of Expiry
   270120 DHAKA
F50: Applicant
   ANABIA LTD
   LONDON
F59: Beneficiary - Name & Address
   PROVA FASHION LTD
F32B: Currency Code, Amount
   Currency: USD  Amount: 210,000.00
F39B: Maximum Credit Amount
   NOT EXCEEDING
F41D: Available With...By...
   ANY BANK
   BY PAYMENT
F44C: Latest Date of Shipment
   270105
F45A: Description of Goods and/or Services
   ABOUT 50,000 YDS WOVEN FABRIC CFR HAMBURG
PAGE 1 OF 2
F46A: Documents Required
   1. SIGNED INVOICES IN 3 COPIES
   2. PACKING LIST
F48: Period for Presentation in Days
   21/AFTER SHIPMENT DATE
F49: Confirmation Instructions
   MAY ADD
------------------- Message Trailer ----------------`;

const words = ({ terms }: CreditReading) => ({ ...terms, sources: undefined, others: undefined });

describe('an MT700', () => {
  const reading = readCredit(MT700);

  it('gives its terms', () => {
    expect(words(reading)).toMatchObject({
      form: 'IRREVOCABLE TRANSFERABLE',
      lcNumber: 'EXLC-2026-0417',
      issueDate: '2026-11-21',
      rules: 'UCP LATEST VERSION',
      expiryDate: '2027-01-20',
      expiryPlace: 'BANGLADESH',
      issuingBank: 'HSBCGB2L',
      applicantBank: 'HSBC UK BANK PLC 8 CANADA SQUARE LONDON',
      applicant: { name: 'ANABIA LTD', address: '1 HIGH STREET\nLONDON W1, UNITED KINGDOM' },
      beneficiary: { name: 'PROVA FASHION LTD.' },
      amount: '158466.00',
      currency: 'USD',
      amountTolerance: { plus: '5', minus: '5', from: 'field' },
      availableWith: 'ANY BANK IN BANGLADESH',
      availableBy: 'negotiation',
      tenor: { days: 90, from: 'shipment' },
      partialShipments: 'allowed',
      transhipment: 'not_allowed',
      portOfLoading: 'CHATTOGRAM, BANGLADESH',
      portOfDischarge: 'FELIXSTOWE, UNITED KINGDOM',
      latestShipmentDate: '2027-01-05',
      quantities: [{ quantity: '44640', unit: 'kg', about: false }],
      unitPrices: [{ price: '3.5499', currency: 'USD', unit: 'kg' }],
      quantityTolerance: { plus: '3', minus: '3', from: 'condition' },
      incoterm: { rule: 'FOB', place: 'CHATTOGRAM, BANGLADESH', year: 2020 },
      charges: 'ALL CHARGES OUTSIDE THE UK ARE FOR BENEFICIARY',
      presentationDays: 15,
      confirmation: 'without',
    });
  });

  it('takes narratives apart into items, put together again from their lines', () => {
    expect(reading.terms.documents.map(({ kind, originals, copies, text }) => [kind, originals, copies, text])).toEqual(
      [
        ['commercial_invoice', 1, 2, 'SIGNED COMMERCIAL INVOICE IN TRIPLICATE'],
        [
          'bill_of_lading',
          3,
          null,
          'FULL SET OF CLEAN ON BOARD OCEAN BILLS OF LADING MADE OUT TO ORDER OF HSBC UK BANK PLC MARKED FREIGHT COLLECT',
        ],
        ['packing_list', 2, 3, 'PACKING LIST IN 2 ORIGINALS AND 3 COPIES'],
        ['certificate_of_origin', null, null, 'CERTIFICATE OF ORIGIN (GSP FORM A)'],
      ],
    );
    expect(reading.terms.conditions).toHaveLength(2);
  });

  it('says of each term which words it came from', () => {
    const { amount, expiryPlace, quantityTolerance } = reading.terms.sources;
    expect(MT700.slice(amount?.from, amount?.to)).toBe(':32B:USD158466,00');
    expect([expiryPlace?.tag, expiryPlace?.words, expiryPlace?.message]).toEqual(['31D', '270120BANGLADESH', 0]);
    expect(quantityTolerance).toMatchObject({ tag: '47A', words: 'QUANTITY AND AMOUNT +/-3 PCT ACCEPTABLE' });
    for (const { source } of reading.terms.documents)
      expect(MT700.slice(source?.from, source?.to)).toContain(source?.words.slice(0, 20));
  });

  it('keeps a tag that it does not know', () => {
    expect(reading.faults).toEqual([]);
    expect(reading.terms.others).toEqual([
      expect.objectContaining({ tag: '99Z', name: null, words: 'HOUSE CODE 7', message: 0 }),
    ]);
  });

  it('reads the same with other line ends, quoted in a mail, without its blocks, and all on one line', () => {
    const bare = MT700.slice(MT700.indexOf(':27:'), MT700.indexOf('-}'));
    const wanted = { ...words(reading), issuingBank: null };
    for (const text of [bare, bare.replace(/\n/g, '\r\n'), bare.replace(/^/gm, '> '), bare.replace(/^/gm, '   ')]) {
      const read = words(readCredit(text));
      expect(withoutPlaces(read)).toEqual(withoutPlaces(wanted));
    }
    expect(readCredit(bare.replace(/\n/g, ' ')).terms).toMatchObject({ amount: '158466.00', expiryDate: '2027-01-20' });
  });

  it('is read as a bank prints it, with the names of its fields', () => {
    const { terms, faults } = readCredit(printed);
    expect(faults).toEqual([]);
    expect(terms).toMatchObject({
      lcNumber: 'DC-7741',
      issueDate: '2026-11-21',
      issuingBank: 'HSBCGB2L',
      expiryDate: '2027-01-20',
      expiryPlace: 'DHAKA',
      beneficiary: { name: 'PROVA FASHION LTD', address: null },
      amount: '210000.00',
      amountTolerance: { plus: '0', minus: '0', from: 'maximum' },
      availableWith: 'ANY BANK',
      availableBy: 'payment',
      quantities: [{ quantity: '50000', unit: 'yards', about: true }],
      quantityTolerance: { plus: '10', minus: '10', from: 'about' },
      incoterm: { rule: 'CFR', place: 'HAMBURG', year: null },
      presentationDays: 21,
      confirmation: 'may_add',
    });
    expect(terms.documents.map(({ kind, originals, copies }) => [kind, originals, copies])).toEqual([
      ['commercial_invoice', 1, 2],
      ['packing_list', null, null],
    ]);
  });

  it('names what it could not read, and what is missing', () => {
    const { faults, terms } = readCredit(':20:X1\n:32B:LOTS OF MONEY\n:31D:\n:44C:SOON\n');
    expect(faults.map(({ source, sentence }) => [source?.tag ?? null, sentence])).toEqual([
      ['32B', 'Field 32B (Currency code, amount) could not be read: see its words.'],
      ['31D', 'Field 31D (Date and place of expiry) is empty.'],
      ['44C', 'Field 44C (Latest date of shipment) could not be read: see its words.'],
      ...[
        'the date of issue (31C)',
        'the form of the LC (40A)',
        'the rules that apply (40E)',
        'the applicant (50)',
        'the beneficiary (59)',
        'available with and by (41a)',
        'the confirmation instructions (49)',
      ].map((what) => [null, `The text does not give ${what}.`]),
    ]);
    expect(terms.others.map(({ tag }) => tag)).toEqual(['32B', '31D', '44C']);
  });

  it.each(['', '\n\n', ':', '{4:', ':20', 'Dear Sir, please find the LC attached.', ':45A:+', ':::::\n-}', '😀:20:x'])(
    'never throws: %j',
    (text) => expect(readCredit(text).terms.amount).toBeNull(),
  );

  it('never throws, whatever stands behind its tags or is missing of it', () => {
    const pieces = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...MT700.split('\n'),
        ...printed.split('\n'),
        '\n',
        ':32B:',
        ':46B:/ADD/',
        '/DELETE/',
        '{4:',
        '-}',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', ' ', ''), (parts, between) => {
        const text = parts.join(between);
        const { message } = readCredit(text);
        readAmendment(text);
        for (const { from, to } of message.fields)
          expect([from >= 0, from <= to, to <= text.length]).toEqual([true, true, true]);
      }),
    );
  });

  it.each([
    ['an amount with a letter among its digits', 'amount', ':32B:USD21O0OO,', '32B'],
    ['a currency that is none', 'currency', ':32B:XXQ5000,', '32B'],
    ['a tolerance of three digits', 'amountTolerance', ':39A:150/500', '39A'],
    ['days of more than three digits', 'presentationDays', ':48:99999', '48'],
    ['days below nothing', 'presentationDays', ':48:-3', '48'],
  ] as const)('reads nothing out of %s, and keeps its words', (_, term, field, tag) => {
    const { terms, faults } = readCredit(`:20:DC-1\n${field}\n:44C:270105`);
    expect(terms[term]).toBeNull();
    expect(terms.others.map((each) => each.tag)).toEqual([tag]);
    expect(faults.map(({ source }) => source?.tag)).toContain(tag);
  });

  it('takes the first of what stands twice, says where the other is, and adds up nothing pasted twice', () => {
    const text = ':20:DC-1\n:32B:USD5000,\n:45A:+10 PCS SHIRTS\n';
    const twice = readCredit(text + text);
    expect([twice.terms.lcNumber, twice.terms.goods.length]).toEqual(['DC-1', 1]);
    expect(twice.faults).toEqual(readCredit(text).faults);
    const { terms, faults } = readCredit(`${text}:32B:USD7000,`);
    expect(terms).toMatchObject({ amount: '5000.00', others: [{ tag: '32B', words: 'USD7000,' }] });
    expect(faults[0]?.sentence).toMatch(/^Field 32B .* stands here again, otherwise: the first counts\.$/);
  });
});

const withoutPlaces = (terms: object): unknown =>
  JSON.parse(
    JSON.stringify(terms, (key, value: unknown) =>
      key === 'source' || key === 'from' || key === 'to' ? undefined : value,
    ),
  );
