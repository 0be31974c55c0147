// Package bed is a small data centre for tests: a network of its own with nodes, a name server, disks, and the two ways
// between this network and the API server, which is outside.
//
// It is process 1 of a process namespace, so that everything within ends with it, however it ends.
package bed

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"

	"github.com/pulsarc/pulsarc/e2e/control-plane/runtime"
)

const (
	// api is the first address of the services' range, which is in the API server's certificate.
	api = "10.96.0.1"
	// Nodes and pods are in one range, 10.244.0.0/16: nodes in its first part, the pods of node N in part N.
	rangeOf = "10.244"
	// outside is the file descriptor of the network that the bed was started from.
	outside = 3
	zones   = 3
)

// Run runs a bed until its standard input ends.
func Run(arguments []string) int {
	flags := flag.NewFlagSet("bed", flag.ContinueOnError)
	folder := flags.String("folder", "", "the folder of its files")
	nodes := flags.Int("nodes", 6, "how many nodes it has")
	server := flags.String("server", "", "host:port of the API server, outside")
	authority := flags.String("authority", "", "the file of the API server's certificates")
	token := flags.String("token", "", "the file of an administrator's token")
	if err := flags.Parse(arguments); err != nil {
		return 2
	}
	err := network(*nodes)
	if err == nil {
		err = tunnels(*server, filepath.Join(*folder, "egress.sock"))
	}
	kubeconfig := filepath.Join(*folder, "nodes.kubeconfig")
	if err == nil {
		err = writeAccess(kubeconfig, *authority, *token)
	}
	if err == nil {
		err = services(kubeconfig, filepath.Join(*folder, "disks"))
	}
	running := map[int]*exec.Cmd{}
	for number := 1; err == nil && number <= *nodes; number++ {
		err = startNode(*folder, kubeconfig, number, running)
	}
	if err == nil {
		err = reap(running)
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// reap waits for children until a node ends. As process 1 it also gets those whose parents have ended, such as the command
// of a probe that took too long; a container is not gone before all that ran in it are waited for.
func reap(nodes map[int]*exec.Cmd) error {
	for {
		var state unix.WaitStatus
		child, err := unix.Wait4(-1, &state, 0, nil)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil {
			return err
		}
		if node, ours := nodes[child]; ours {
			return fmt.Errorf("%s ended with %d", strings.Join(node.Args[:4], " "), state.ExitStatus())
		}
	}
}

// network makes the bridge that joins nodes and pods, with the addresses of the API, the name server and the nodes.
func network(nodes int) error {
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return err
	}
	lines := []string{
		"link set lo up",
		"link add pods type bridge",
		"address add " + rangeOf + ".0.1/16 dev pods",
		"address add " + api + "/32 dev lo",
		"address add " + runtime.NameServer + "/32 dev lo",
	}
	for number := 1; number <= nodes; number++ {
		lines = append(lines, fmt.Sprintf("address add %s/32 dev lo", nodeAddress(number)))
	}
	lines = append(lines, "link set pods up")
	tool := exec.Command("ip", "-batch", "-")
	tool.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	if output, err := tool.CombinedOutput(); err != nil {
		return fmt.Errorf("the network: %w: %s", err, output)
	}
	// Pods of one bridge reach one another through it alone; nothing is filtered.
	return os.WriteFile("/proc/sys/net/ipv4/ip_forward", []byte("1"), 0o644)
}

func nodeAddress(number int) string {
	return fmt.Sprintf("%s.0.%d", rangeOf, number+1)
}

// startNode starts a kubelet as a process of its own: it keeps state for the whole process.
func startNode(folder, kubeconfig string, number int, running map[int]*exec.Cmd) error {
	name := fmt.Sprintf("node-%d", number)
	own := filepath.Join(folder, name)
	if err := os.MkdirAll(own, 0o755); err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(folder, name+".log"))
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	zone := string(rune('a' + (number-1)%zones))
	node := exec.Command(self, "node",
		"--name", name, "--zone", "zone-"+zone, "--address", nodeAddress(number),
		"--pods", fmt.Sprintf("%s.%d", rangeOf, number), "--kubeconfig", kubeconfig,
		"--folder", own, "--images", filepath.Join(folder, "images.json"))
	node.Stdout, node.Stderr = log, log
	if _, err := node.StdinPipe(); err != nil {
		return err
	}
	if err := node.Start(); err != nil {
		return err
	}
	// What is kept is also its standard input, with whose end it would end.
	running[node.Process.Pid] = node
	return nil
}

// writeAccess writes how the nodes reach the API.
func writeAccess(file, authority, token string) error {
	secret, err := os.ReadFile(token)
	if err != nil {
		return err
	}
	text := fmt.Sprintf(`{"apiVersion": "v1", "kind": "Config", "current-context": "bed",
"clusters": [{"name": "bed", "cluster": {"server": "https://%s:443", "certificate-authority": %q}}],
"users": [{"name": "bed", "user": {"token": %q}}],
"contexts": [{"name": "bed", "context": {"cluster": "bed", "user": "bed"}}]}
`, api, authority, strings.TrimSpace(string(secret)))
	return os.WriteFile(file, []byte(text), 0o600)
}

// services starts what works on the cluster's objects: names and disks.
func services(kubeconfig, disks string) error {
	access, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	access.QPS, access.Burst = 100, 200
	client, err := kubernetes.NewForConfig(access)
	if err != nil {
		return err
	}
	factory := informers.NewSharedInformerFactory(client, 10*time.Minute)
	names := newNames(factory)
	provide(client, factory, disks)
	factory.Start(nil)
	return names.serve(runtime.NameServer + ":53")
}
