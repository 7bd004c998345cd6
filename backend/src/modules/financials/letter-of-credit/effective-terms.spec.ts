import { amendedBy, termsAfter } from './effective-terms';
import { readCredit } from './swift/mt700';
import { readAmendment } from './swift/mt707';

const issued = readCredit(`:40A:IRREVOCABLE
:20:EXLC-2026-0417
:31C:261121
:40E:UCP LATEST VERSION
:31D:270120BANGLADESH
:50:ANABIA LTD
LONDON
:59:PROVA FASHION LTD
DHAKA
:32B:USD158466,00
:41D:ANY BANK
BY NEGOTIATION
:44C:270105
:45A:+44,640 KGS COTTON JERSEY FOB CHATTOGRAM
:46A:+SIGNED COMMERCIAL INVOICE IN TRIPLICATE
+INSPECTION CERTIFICATE ISSUED BY SGS
:47A:+DOCUMENTS IN ENGLISH
:49:WITHOUT`).terms;

const changesIn = (text: string) => {
  const { terms, changes, unplaced } = amendedBy(issued, readAmendment(text).terms);
  return { terms, unplaced, changed: changes.map(({ key, before, after }) => [key, before, after]) };
};

describe('an MT707', () => {
  it('names itself and the LC that it amends', () => {
    expect(readAmendment(':20:EXLC-2026-0417\n:21:NONREF\n:26E:2\n:30:261205\n:44C:270120\n')).toMatchObject({
      references: ['EXLC-2026-0417'],
      number: 2,
      amendedOn: '2026-12-05',
      cancels: false,
      faults: [],
      message: { type: '707' },
    });
  });

  it('changes days and leaves all else', () => {
    const { changed, terms } = changesIn(':20:X\n:31E:270210\n:44C:270120\n');
    expect(changed).toEqual([
      ['expiryDate', '2027-01-20', '2027-02-10'],
      ['latestShipmentDate', '2027-01-05', '2027-01-20'],
    ]);
    expect(terms.sources.expiryDate).toMatchObject({ message: 1, tag: '31E' });
    expect(terms.expiryPlace).toBe('BANGLADESH');
  });

  it('raises and lowers the amount', () => {
    expect(changesIn(':20:X\n:32B:USD1534,\n').changed).toEqual([['amount', '158466.00', '160000.00']]);
    expect(changesIn(':20:X\n:33B:USD8466,\n').changed).toEqual([['amount', '158466.00', '150000.00']]);
    const both = changesIn(':20:X\n:32B:USD1000,\n:34B:USD160000,\n');
    expect(both.changed).toEqual([['amount', '158466.00', '160000.00']]);
    expect(both.unplaced[0]).toContain('would make it 159466.00');
    const other = changesIn(':20:X\n:32B:EUR1000,\n');
    expect([other.changed, other.unplaced[0]]).toEqual([[], expect.stringContaining('is in EUR, the LC in USD')]);
  });

  it('adds, deletes and replaces items of narratives, and reads the goods anew', () => {
    const { terms, unplaced } = changesIn(
      `:20:X\n:45B:/REPALL/\n+50,000 KGS COTTON JERSEY FCA DHAKA\n:46B:/DELETE/INSPECTION CERTIFICATE ISSUED\nBY SGS\n/ADD/\n+BENEFICIARY'S CERTIFICATE\n+INSURANCE POLICY\n:47B:/DELETE/\n+THIRD PARTY DOCUMENTS\n`,
    );
    expect(terms.documents.map(({ kind }) => kind)).toEqual([
      'commercial_invoice',
      'beneficiary_certificate',
      'insurance',
    ]);
    expect(terms).toMatchObject({
      quantities: [{ quantity: '50000', unit: 'kg' }],
      incoterm: { rule: 'FCA', place: 'DHAKA' },
    });
    expect(unplaced).toEqual(['It deletes words that 47A does not have: “THIRD PARTY DOCUMENTS”']);
  });

  it('takes over nothing that only a person can read', () => {
    const reading = readAmendment(':20:X\n:46B:+CERTIFICATE OF ORIGIN\n:79:PLEASE DELETE CLAUSE 3\n');
    expect(amendedBy(issued, reading.terms).changes).toEqual([]);
    expect(reading.faults.map(({ source }) => source?.tag)).toEqual(['46B', '79']);
    expect(reading.terms.others.map(({ tag }) => tag)).toEqual(['46B', '79']);
  });

  it('knows the parties again, and takes another', () => {
    expect(changesIn(':20:X\n:59:PROVA FASHION LTD.\n').changed).toEqual([]);
    expect(changesIn(':20:X\n:50:ANABIA GMBH\nBERLIN\n').changed).toEqual([
      ['applicant', { name: 'ANABIA LTD', address: 'LONDON' }, { name: 'ANABIA GMBH', address: 'BERLIN' }],
    ]);
  });

  it('follows on the ones before', () => {
    const after = termsAfter(issued, [
      readAmendment(':20:X\n:32B:USD1534,\n', 1).terms,
      readAmendment(':20:X\n:33B:USD10000,\n:44D:DURING JANUARY\n', 2).terms,
    ]);
    expect(after).toMatchObject({ amount: '150000.00', latestShipmentDate: null, shipmentPeriod: 'DURING JANUARY' });
  });
});
