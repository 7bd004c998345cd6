import { Forbidden } from '../../../platform/errors/domain-error';

export class ViewNotYours extends Forbidden {
  readonly code = 'saved_view.not_yours';

  constructor() {
    super('This view is a colleague’s. Save it under a name of your own, and change that.');
  }
}

export class ViewsSharedByManagers extends Forbidden {
  readonly code = 'saved_view.shared_by_managers';

  constructor() {
    super('Views of the whole house are shared by managers. Keep this one for yourself, or ask a manager.');
  }
}
