import { loadConfig } from '../../../platform/config/config';
import { KeyRing } from '../tokens/key-ring';
import { seal, unseal } from './sealed';

const ringOf = (current: string, ...earlier: string[]) =>
  new KeyRing(
    loadConfig({
      DATABASE_URL: 'postgres://nobody@localhost/none',
      SECRET_KEY: current,
      SECRET_KEY_FALLBACKS: earlier.join(','),
    }),
  );

const OLD = 'the key of this house until it was changed';
const NEW = 'the key of this house since it was changed';

describe('what is sealed under the key of the house', () => {
  it('is read by it, and by its successor while it is a fallback', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', ringOf(OLD));
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(unseal(sealed, ringOf(OLD))).toBe('JBSWY3DPEHPK3PXP');
    expect(unseal(sealed, ringOf(NEW, OLD))).toBe('JBSWY3DPEHPK3PXP');
    expect(seal('JBSWY3DPEHPK3PXP', ringOf(OLD))).not.toBe(sealed);
  });

  it('is nothing to any other key, and after any change', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', ringOf(OLD));
    expect(unseal(sealed, ringOf(NEW))).toBeNull();
    const parts = sealed.split('.');
    for (const at of [1, 2, 3]) {
      const bytes = Buffer.from(parts[at] ?? '', 'base64url');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      const changed = parts.map((part, index) => (index === at ? bytes.toString('base64url') : part)).join('.');
      expect(unseal(changed, ringOf(OLD))).toBeNull();
    }
    expect(unseal('', ringOf(OLD))).toBeNull();
  });
});
