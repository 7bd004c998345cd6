import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';
import { kindWords, type DocumentCategory, type DocumentSubcategory } from './document.vocabulary';

/** What is told of the document that is there already. */
export interface Existing {
  id: string;
  fileName: string;
  version: number;
}

export class SameFileAgain extends Conflict {
  readonly code = 'document.already_there';

  constructor(existing: Existing) {
    super(`This very file is in this order already, as ${existing.fileName}. Use that one, or say to add it again.`, {
      existing,
    });
  }
}

/** Versions are a chain: the next one goes onto the newest. */
export class Superseded extends Conflict {
  readonly code = 'document.superseded';

  constructor(newest: Existing) {
    super(`Version ${newest.version} took the place of this one. Add the new version there.`, { newest });
  }
}

export class NotInTrash extends Conflict {
  readonly code = 'document.not_in_trash';

  constructor() {
    super('This document is not in the trash: there is nothing to bring back.');
  }
}

export class KindsDoNotFit extends RuleViolation {
  readonly code = 'document.kinds_do_not_fit';

  constructor(category: DocumentCategory, subcategory: DocumentSubcategory) {
    const sentence = `A ${kindWords(category, subcategory)} is no kind of ${kindWords(category, null)}.`;
    super(sentence, { errors: { subcategory: [sentence] } });
  }
}

/** Only what is made of pixels can be looked at for its colours, and what is whole. */
export class ColoursNotCounted extends RuleViolation {
  readonly code = 'document.colours_not_counted';

  constructor(why: 'no_picture' | 'damaged') {
    super(
      why === 'damaged'
        ? 'This picture is damaged or too large, so its colours cannot be counted. Ask whoever sent it to send it again.'
        : 'Colours are counted in pictures (PNG, JPEG, WebP, GIF) only. Ask for the artwork as one of these.',
    );
  }
}
