import fc from 'fast-check';
import { matchHeading, unitOfHeading } from './headings';
import type { WorkbookField } from './workbook.fields';

const HOUSE_LAYOUT: [string, WorkbookField][] = [
  ['STYLE NAME', 'style'],
  ['FABRICS ', 'fabrics'],
  ['COLOR', 'colour'],
  ['ORDER QTY', 'quantity'],
  ['YARN\nREQ', 'yarnRequired'],
  ['YARN\nBOOKED', 'yarnBooked'],
  ['YARN\nRCVD', 'yarnReceived'],
  ['LABDIP\nSUB', 'labDipSubmitted'],
  ['LABDIP\nAPPROVED', 'labDipApproved'],
  ['PP Yds ', 'ppYards'],
  ['FIT CUM PP \nSUBMITE', 'fitCumPpSubmitted'],
  ['FIT CUM PP \nCOMMENTS', 'fitCumPpComments'],
  ['KNITTING\nSTART', 'knittingStart'],
  ['KNITTING\nCOMPLTE', 'knittingComplete'],
  ['DYEING\nSTART', 'dyeingStart'],
  ['DYEING\nCOMPLTE', 'dyeingComplete'],
  ['1st BULK SUBMISSION', 'firstBulkSubmission'],
  ['LINE', 'sewingLine'],
  ['BULK SIZE SET', 'bulkSizeSet'],
  ['CUTTING\nSTART', 'cuttingStart'],
  ['CUTTING\nCOMPLTE', 'cuttingComplete'],
  ['PRINT\nSEND', 'printSent'],
  ['PRINT\nRCVD', 'printReceived'],
  ['SEWING\nINPUT', 'sewingInput'],
  ['SEWING\nFINISH', 'sewingFinish'],
  ['PACKING\nCOMPLTE', 'packingComplete'],
  ['FINAL\nINSPECTION', 'finalInspection'],
  ['EX-FACTORY', 'exFactory'],
  ['REMARKS', 'remarks'],
  ['STATUS', 'status'],
  ['QTY DELIVERED', 'deliveredQuantity'],
  ['REMAINING QTY', 'remainingQuantity'],
];

const OTHER_SPELLINGS: [string, WorkbookField][] = [
  ['STYLE', 'style'],
  ['Style No.', 'style'],
  ['Style #', 'style'],
  ['Colour', 'colour'],
  ['Colour Name', 'colour'],
  ['Fabrication', 'fabrics'],
  ['QTY', 'quantity'],
  ['Quantity', 'quantity'],
  ['Order Qty (Pcs)', 'quantity'],
  ['Order Quantity', 'quantity'],
  ['Yarn Booking', 'yarnBooked'],
  ['Yarn Booking Date', 'yarnBooked'],
  ['Yarn In-House', 'yarnReceived'],
  ["Yarn Rec'd", 'yarnReceived'],
  ['Yarn Req (KG)', 'yarnRequired'],
  ['L/D Submission', 'labDipSubmitted'],
  ['Lab Dip Approval', 'labDipApproved'],
  ['Lab-dip sub.', 'labDipSubmitted'],
  ['Fit-Cum-PP Submission', 'fitCumPpSubmitted'],
  ['Knitting Completion', 'knittingComplete'],
  ['Kniting Strat', 'knittingStart'],
  ['Dying Complete', 'dyeingComplete'],
  ['Bulk Submission', 'firstBulkSubmission'],
  ['Sewing Start', 'sewingInput'],
  ['Sewing Complete', 'sewingFinish'],
  ['Sewing Line', 'sewingLine'],
  ['Final Insp.', 'finalInspection'],
  ['EX FACTORY', 'exFactory'],
  ['Ex-Fty Date', 'exFactory'],
  ['ETD', 'exFactory'],
  ['Shipment Date', 'exFactory'],
  ['PO No', 'orderNumber'],
  ['Order No.', 'orderNumber'],
  ['Buyer', 'buyer'],
];

describe('matchHeading', () => {
  it.each(HOUSE_LAYOUT)('takes %j of the house’s own sheet for %s and is sure of it', (heading, field) => {
    const match = matchHeading(heading);
    expect(match?.field).toBe(field);
    expect(match?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it.each(OTHER_SPELLINGS)('takes %j for %s', (heading, field) => {
    expect(matchHeading(heading)?.field).toBe(field);
  });

  it.each([
    '',
    '   ',
    'Wash type',
    'Fabric supplier address and telephone',
    '12',
    'Prova Fashion & Accessories',
    'DATE :',
  ])('leaves %j alone', (heading) => expect(matchHeading(heading)).toBeNull());

  it('is less sure where a typo stood in the way', () => {
    const right = matchHeading('KNITTING COMPLETE')?.confidence ?? 0;
    expect(matchHeading('KNITTING COMPLTE')?.confidence).toBeLessThan(right);
  });

  it('gives the same answer in any case, spacing and punctuation', () => {
    const heading = fc.constantFrom(...HOUSE_LAYOUT);
    const gap = fc.constantFrom(' ', '  ', '\n', '\r\n', ' - ', '.');
    fc.assert(
      fc.property(heading, gap, fc.boolean(), ([text, field], between, lower) => {
        const written = text.trim().split(/\s+/).join(between);
        expect(matchHeading(lower ? written.toLowerCase() : written)?.field).toBe(field);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const match = matchHeading(text);
        expect(match === null || match.confidence <= 1).toBe(true);
      }),
    );
  });
});

describe('unitOfHeading', () => {
  it.each([
    ['ORDER QTY', null],
    ['ORDER QTY (PCS)', 'pieces'],
    ['Qty in KG', 'kg'],
    ['Qty\nYds', 'yards'],
    ['Qty (mtr)', 'meters'],
  ])('%j names %s', (heading, unit) => expect(unitOfHeading(heading)).toBe(unit));
});
