/// The rules about answers and about the network.
extension ClassRule {
  static let certificates: [ClassRule] = [
    .words("plain-http", "servergavehttpresponsetohttpsclient"),
    ClassRule(pullClass: "tls-not-yet-valid") { attempt in
      guard attempt.has("hasexpiredorisnotyetvalid"), let before = attempt.find("isbefore") else { return nil }
      return attempt.find("hasexpiredorisnotyetvalid").map { [$0, before] }
    },
    .words(
      "tls-expired", "hasexpiredorisnotyetvalid", "certificatehasexpired", "certificateexpired", "expiredcertificate"),
    .words(
      "tls-untrusted", "signedbyunknownauthority", "unabletogetlocalissuer", "self-signedcertificate",
      "selfsignedcertificate",
      "failedtoloadsystemroots", "unknowncertificateauthority", "unknownca", "certificateisnottrusted"),
    .words(
      "tls-hostname", "certificateisvalidfor", "legacycommonnamefield", "cannotvalidatecertificatefor",
      "isnotvalidforanynames", "commonnamematching"),
    ClassRule(pullClass: "tls-other") { attempt in
      guard !attempt.has("tlshandshaketimeout") else { return nil }
      return attempt.any([
        "x509:", "remoteerror:tls:", "tls:", "sslroutines", "certificateverifyfailed", "oversizedrecord",
      ]).map { [$0] }
    },
  ]

  static let limits: [ClassRule] = [
    .words("rate-limited", "toomanyrequests", "pullratelimit", "rateexceeded", "ratelimitexceeded"),
    .status("rate-limited", 429...429),
    .words(
      "forbidden-network", "isnotallowedaccess", "aka.ms/acr/firewall", "publicnetworkaccess", "publicaccessisdisabled",
      "publicaccessdisabled",
      "notallowedbyfirewall", "ipaddressnotallowed"),
    .words(
      "token-expired", "invalid_token", "aadsts7000222", "aadsts7000215", "tokenhasexpired", "tokenisexpired",
      "expiredtoken",
      "tokenexpired", "secretkeysareexpired"),
  ]

  static let absences: [ClassRule] = [
    .words("blob-missing", "blobunknown", "blob_unknown", "unknownblob"),
    .all("blob-missing", "couldnotfetchcontentdescriptor", ":notfound"),
    ClassRule(pullClass: "blob-missing") { attempt in
      guard let status = attempt.status, status.code == 404, attempt.step == .copy else { return nil }
      return [status.range]
    },
    .words("no-pull-right", "doesnotexistornopullaccess"),
    .words(
      "not-found", "manifestunknown", "manifest_unknown", "manifesttaggedby", "nameunknown", "name_unknown",
      "repositorynamenotknown", "repositorynotfound", "notfound:manifest"),
    .status("not-found", 404...404),
    ClassRule(pullClass: "not-found") { attempt in
      // A lease is a matter of the runtime, not of the registry.
      attempt.has("leasedoesnotexist") ? nil : attempt.any([":notfound", "notfound:", "notfound"]).map { [$0] }
    },
  ]

  /// Refusals with a reason, and the plain 403.
  static let permissions: [ClassRule] = [
    .words("no-credentials", "nobasicauthcredentials", "unauthenticatedrequest"),
    .words("no-pull-right", "insufficient_scope", "insufficientscope"),
    .words(
      "no-pull-right", "requestedaccesstotheresourceisdenied", "pullaccessdenied", "unauthorizedtoaccessrepository",
      "requestedresourceisnotauthorized", "isnotauthorizedtoperform:", "permission_denied", "read_package",
      "downloadartifacts\"", "storage.objects.get", "deniedonresource", "accessforbidden", "denied:",
      "doesnothavepermission"),
    .status("forbidden", 403...403),
    .words("forbidden", "403forbidden", "(forbidden)", "statuscode403"),
  ]

  /// Refusals that turn on who asked.
  static let refusals: [ClassRule] = [
    .all("no-credentials", "failedtofetchanonymoustoken", "401unauthorized"),
    .all("no-credentials", "failedtofetchanonymoustoken", "401"),
    .all("credentials-refused", "failedtofetchoauthtoken", "401unauthorized"),
    .all("credentials-refused", "failedtofetchoauthtoken", "401"),
    .words(
      "credentials-refused", "invalidusername/password", "invalidclientidorclientsecret", "incorrectusernameorpassword",
      "aadaccesstokenwithspfailed", "httpbasic:accessdenied", "badcredentials", "invalidusernameorpassword",
      "unauthorized:incorrect", "authenticationfailed"),
    ClassRule(pullClass: "credentials-refused") { attempt in
      // Only a request that carried credentials ends so; without any the text says "no basic auth credentials".
      guard let status = attempt.status, status.code == 401, attempt.step == .resolve,
        attempt.url?.isRegistryAPI == true,
        attempt.has("requestto")
      else { return nil }
      return [status.range]
    },
    .words(
      "unauthorized", "401unauthorized", "unauthorized:authenticationrequired", "authenticationrequired", "unauthorized"
    ),
    .status("unauthorized", 401...401),
  ]

  static let transport: [ClassRule] = [
    .words(
      "network-timeout", "i/otimeout", "tlshandshaketimeout", "client.timeout", "contextdeadlineexceeded",
      "connectiontimedout", "operationtimedout", "requestcanceledwhilewaitingforconnection", "awaitingresponseheaders",
      "connectedhostdidnotproperlyrespond", "connectedpartydidnotproperlyrespond"),
    .words("network-refused", "connectionrefused", "activelyrefusedit"),
    .words(
      "network-unreachable", "noroutetohost", "networkisunreachable", "cannotassignrequestedaddress", "hostisdown",
      "unreachablenetwork", "unreachablehost", "hostisunreachable", "permissiondenied:dial", "connect:permissiondenied"),
    .words(
      "connection-cut", "connectionresetbypeer", "serverclosed", "brokenpipe", "useofclosednetworkconnection",
      "forciblyclosed", "streamerror", "shortread", "expectednumberofbytes", "unexpectedeof", "connectionlost", "goaway"
    ),
    .endings("connection-cut", "eof"),
  ]

  static let answers: [ClassRule] = [
    .status("registry-error", 400...599),
    .words(
      "registry-error", "serviceunavailable", "internalservererror", "badgateway", "gatewaytimeout",
      "unexpectedhttpstatus", "didnotincludeatoken", "unabletodecodetokenresponse", "invalidcharacter",
      "registryisunavailable",
      "registryunavailable", "unexpectedendofjson", "didnotissueavalid", "malformedhttpresponse", "unexpectedstatus"),
  ]

  /// What is left when nothing more telling stands in the text.
  static let leftovers: [ClassRule] = [
    .words("pull-cancelled", "contextcanceled", "code=canceled", "pullcanceled", "pullingcanceled", "noprogress"),
    .words("network-timeout", "code=deadlineexceeded"),
    .words("no-credentials", "failedtofetchanonymoustoken"),
    .words("credentials-refused", "failedtofetchoauthtoken"),
    ClassRule(pullClass: "runtime-down") { attempt in
      // Another pull of the same layer holds it; the runtime is well.
      guard !attempt.has("lockedfor") else { return nil }
      return attempt.any(["code=unavailable", "transport:errorwhiledialing", "connectionerror"]).map { [$0] }
    },
    .words(
      "cause-lost", "back-offpullingimage", "errimagepull", "imagepullbackoff", "tryingandfailingtopullimage"),
  ]
}

extension AttemptReader {
  /// The class with regard to the place: the network between node and layer host is a class of its own.
  func located(_ pullClass: String) -> String {
    let network: Set<String> = [
      "dns", "network-timeout", "network-refused", "network-unreachable", "connection-cut", "tls-untrusted",
      "tls-expired",
      "tls-not-yet-valid", "tls-hostname", "tls-other",
    ]
    return isLayerHost && network.contains(pullClass) ? "blob-unreachable" : pullClass
  }
}
