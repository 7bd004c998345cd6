import type { DocumentDto } from '@/shared/api/generated';

/** A file of an order as the API answers; name only what the test is about. */
export function aFile(given: Partial<DocumentDto> = {}): DocumentDto {
  return {
    id: 'file-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    orderLineId: null,
    lineLabel: null,
    sampleId: null,
    sampleType: null,
    sampleVersion: null,
    fileName: 'PI-00042.pdf',
    fileType: 'application/pdf',
    fileSize: 48_213,
    sha256: 'f'.repeat(64),
    category: 'pi',
    subcategory: null,
    description: null,
    documentDate: null,
    uploadedBy: { id: 'rina', fullName: 'Rina Akter' },
    seriesId: 'file-1',
    version: 1,
    replacesId: null,
    isCurrent: true,
    supersededBy: null,
    thumbnailState: 'none',
    thumbnailUrl: null,
    scanState: 'clean',
    threat: null,
    createdAt: '2026-11-01T04:00:00Z',
    updatedAt: '2026-11-01T04:00:00Z',
    rowVersion: 1,
    ...given,
  };
}

const capabilities = { 'document.read': 'own', 'document.write': 'own', 'document.delete': 'own' };

/** For `answerWith`: the role may do all of it. */
export const filesAllowed = { 'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities } }) };
